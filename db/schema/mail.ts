/** A mail that waits, or was sent. */
export interface MailTable {
  id: string;
  /** Whose account it is about, when there is one. */
  person_id: string | null;
  recipient: string;
  language: string;
  subject: string;
  /** Emptied once it has been sent. */
  text: string;
  /** Ends mails of this sort; emptied once it has been sent. */
  unsubscribe_url: string | null;
  /** A second mail with the same key is not written. */
  once_key: string | null;
  attempts: number;
  /** Null: sent, or given up. */
  next_attempt_at: string | null;
  sent_at: string | null;
  last_error: string | null;
  created_at: string;
}
