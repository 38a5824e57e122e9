/** What can wait in a network, and how many days it may before it is overdue. Reviews have a day of their own. */
export const patience = {
  "join-request": 7,
  submitted: 14,
  "needs-reviewers": 14,
  review: null,
  "reviews-complete": 14,
  accepted: 7,
  report: 2,
} as const;
export type QueueKind = keyof typeof patience;

export interface QueueItem {
  kind: QueueKind;
  /** The person's name, or the contribution's title. */
  title: string;
  /** Of the title; null: a name. */
  language: string | null;
  /** Who is asked. */
  who: string | null;
  since: string;
  /** A day. */
  dueOn: string;
  /** Where the next action is. */
  path: string;
}

export interface QueueLine extends QueueItem {
  /** Whole days. */
  age: number;
  overdue: boolean;
}

const dayMs = 86_400_000;

/** The day on which patience ends. */
export const dueAfter = (since: string, days: number): string =>
  new Date(Date.parse(since) + days * dayMs).toISOString().slice(0, 10);

/** Overdue first, the longest overdue before others; then what is due next. */
export function inOrder(items: QueueItem[], now: Date): QueueLine[] {
  const today = now.toISOString().slice(0, 10);
  return items
    .map((item) => ({
      ...item,
      age: Math.max(0, Math.floor((now.getTime() - Date.parse(item.since)) / dayMs)),
      overdue: item.dueOn < today,
    }))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.since.localeCompare(b.since) || a.path.localeCompare(b.path));
}
