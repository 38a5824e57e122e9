/** What people are told; the sentence of each stands in the catalogues under `notification`. */
export const notificationKinds = [
  // Something waits for the person.
  "contribution-submitted",
  "contribution-resubmitted",
  "review-invited",
  "review-overdue",
  "review-due-soon",
  "reviews-complete",
  "changes-requested",
  "contribution-returned",
  "fact-check-asked",
  "co-author-added",
  "thread-reply",
  "post-reported",
  "thread-started",
  // News.
  "review-accepted",
  "review-declined",
  "review-submitted",
  "review-cancelled",
  "review-thanked",
  "contribution-accepted",
  "contribution-declined",
  "contribution-published",
  "contribution-withdrawn",
  "contribution-archived",
  "fact-check-answered",
  "links-edited",
  "followed-published",
  "thread-news",
  "search-alert",
  "call-published",
  "report-upheld",
  "report-dismissed",
  "message-removed",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export const isNotificationKind = (kind: string): kind is NotificationKind =>
  notificationKinds.some((known) => known === kind);

export const notificationsPerPage = 50;

/** A notification as its reader meets it. */
export interface Notification {
  id: number;
  kind: NotificationKind;
  /** What its sentence names; the title of what it is about is `title`. */
  details: Record<string, string | number | null>;
  /** Where it leads, from the root. */
  path: string;
  waits: boolean;
  createdAt: string;
  read: boolean;
}
