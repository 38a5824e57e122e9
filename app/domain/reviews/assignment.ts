import type { AssignmentState } from "~db/schema/review";

/** Everything that moves an assignment on. What is due, reminded and overdue are dates, and no states. */
const moves = [
  { from: "invited", verb: "accept-review", to: "accepted" },
  { from: "invited", verb: "decline-review", to: "declined" },
  { from: "invited", verb: "cancel-review", to: "cancelled" },
  { from: "invited", verb: "replace-review", to: "replaced" },
  { from: "accepted", verb: "submit-review", to: "submitted" },
  { from: "accepted", verb: "decline-review", to: "declined" },
  { from: "accepted", verb: "cancel-review", to: "cancelled" },
  { from: "accepted", verb: "replace-review", to: "replaced" },
  { from: "submitted", verb: "thank-reviewer", to: "thanked" },
] as const satisfies { from: AssignmentState; verb: string; to: AssignmentState }[];

export type AssignmentVerb = (typeof moves)[number]["verb"];

/** Where `verb` leads from this state; undefined: nowhere. */
export const afterMove = (from: AssignmentState, verb: AssignmentVerb): AssignmentState | undefined =>
  moves.find((move) => move.from === from && move.verb === verb)?.to;

/** Somebody was asked, and the review is not there yet. */
export const isOpen = (state: AssignmentState): boolean => state === "invited" || state === "accepted";

export const isDone = (state: AssignmentState): boolean => state === "submitted" || state === "thanked";

/** From the day after the one that was agreed on. */
export const isOverdue = ({ state, dueOn }: { state: AssignmentState; dueOn: string }, now: Date): boolean =>
  isOpen(state) && dueOn < now.toISOString().slice(0, 10);
