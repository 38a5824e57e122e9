/** A mail as administrators see it. */
export interface MailLine {
  id: string;
  to: string;
  subject: string;
  /** Empty once a mail server has taken it. */
  text: string;
  language: string;
  createdAt: string;
  sentAt: string | null;
  attempts: number;
  lastError: string | null;
}
