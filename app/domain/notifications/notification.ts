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
  "fact-check-answered",
  "followed-published",
  "search-alert",
  "call-published",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
