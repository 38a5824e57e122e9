import type { ContributionStatus } from "~db/schema/contribution";

/** Everything that moves a contribution from one state to the next; docs/review.md draws it. Nothing else changes a state. */
export const transitions = [
  { from: "draft", verb: "submit", to: "submitted", by: "author" },
  { from: "submitted", verb: "take-back", to: "draft", by: "author" },
  { from: "submitted", verb: "return", to: "draft", by: "coordinator" },
  { from: "submitted", verb: "decline", to: "declined", by: "coordinator" },
  { from: "submitted", verb: "open-review", to: "in-review", by: "coordinator" },
  { from: "submitted", verb: "accept-unreviewed", to: "accepted", by: "coordinator" },
  { from: "in-review", verb: "request-changes", to: "changes-requested", by: "coordinator" },
  { from: "in-review", verb: "accept", to: "accepted", by: "coordinator" },
  { from: "in-review", verb: "decline", to: "declined", by: "coordinator" },
  { from: "changes-requested", verb: "resubmit", to: "in-review", by: "author" },
  { from: "declined", verb: "reopen", to: "draft", by: "author" },
  { from: "accepted", verb: "publish", to: "published", by: "coordinator" },
  { from: "published", verb: "supersede", to: "superseded", by: "publication" },
  { from: "published", verb: "archive", to: "archived", by: "coordinator" },
  { from: "archived", verb: "restore", to: "published", by: "coordinator" },
  { from: "published", verb: "withdraw", to: "withdrawn", by: "coordinator" },
  { from: "archived", verb: "withdraw", to: "withdrawn", by: "coordinator" },
] as const satisfies { from: ContributionStatus; verb: string; to: ContributionStatus; by: string }[];

export type Verb = (typeof transitions)[number]["verb"];

/** Where `verb` leads from this state; undefined: nowhere. */
export const after = (from: ContributionStatus, verb: Verb): ContributionStatus | undefined =>
  transitions.find((step) => step.from === from && step.verb === verb)?.to;
