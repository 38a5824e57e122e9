/** What of all that is told to a person goes by mail. */
export const mailChoices = ["none", "waits", "all", "daily", "weekly"] as const;
export type MailChoice = (typeof mailChoices)[number];

/** No row: the person has not chosen. */
export interface MailChoiceTable {
  person_id: string;
  choice: MailChoice;
  changed_at: string;
}

/** Stands in the head of a mail, and ends the mails of whoever got it. */
export interface UnsubscribeTokenTable {
  hash: string;
  person_id: string;
  created_at: string;
}

export const followedKinds = [
  "city",
  "tool",
  "theme",
  "provision",
  "network",
  "practice",
  "case-study",
  "document",
] as const;
export type FollowedKind = (typeof followedKinds)[number];

export interface FollowTable {
  person_id: string;
  kind: FollowedKind;
  /** An entry's id, or a theme's code. */
  subject_id: string;
  created_at: string;
}

export const alertRhythms = ["off", "now", "daily", "weekly"] as const;
export type AlertRhythm = (typeof alertRhythms)[number];

/** A search that someone keeps. */
export interface SavedSearchTable {
  id: string;
  person_id: string;
  name: string;
  /** The parameters of its address, in their one order. */
  query: string;
  /** The language in which it was asked. */
  language: string;
  alerts: AlertRhythm;
  created_at: string;
  /** What was published until then has been told, or was there when the alerts began. */
  told_until: string;
}
