import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { settle } from "~/domain/notifications/settle.server";
import type { Db } from "~db/client.server";
import type { AssignmentState, ReviewAssignmentTable } from "~db/schema/review";
import { type AssignmentVerb, afterMove } from "./assignment";

/** Somebody else moved the assignment on meanwhile, or it cannot be moved so. Routes answer 409. */
export class AssignmentMoved extends Error {
  constructor(readonly state: AssignmentState) {
    super(`The assignment is ${state} by now.`);
  }
}

/**
 * The only thing that changes an assignment's state, with its audit event and what belongs to the move; what waited for it is settled.
 * @throws AssignmentMoved
 */
export async function moveAssignment(
  trx: Db,
  doer: Doer,
  { id, state, contributionId }: { id: string; state: AssignmentState; contributionId: string },
  verb: AssignmentVerb,
  changes: Partial<ReviewAssignmentTable> = {},
): Promise<void> {
  const to = afterMove(state, verb);
  if (!to) throw new AssignmentMoved(state);
  const { numUpdatedRows } = await trx
    .updateTable("review_assignment")
    .set({ ...changes, state: to })
    .where("id", "=", id)
    .where("state", "=", state)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    const now = await trx.selectFrom("review_assignment").select("state").where("id", "=", id).executeTakeFirst();
    throw new AssignmentMoved(now?.state ?? state);
  }
  await settleWaiting(trx, { id, contributionId }, verb, doer.at);
  await recordEvent(trx, doer, {
    action: verb,
    subject: { kind: "assignment", id },
    details: { contribution: contributionId, from: state, to },
  });
}

/** Who has said yes still owes the review; with anything else, nothing waits for its reviewer, nor for coordinators whom it kept waiting. */
async function settleWaiting(
  trx: Db,
  { id, contributionId }: { id: string; contributionId: string },
  verb: AssignmentVerb,
  at: Date,
): Promise<void> {
  const subject = { kind: "assignment", id };
  if (verb === "accept-review") return settle(trx, { subject, kinds: ["review-invited"] }, at);
  await settle(trx, { subject }, at);
  const late = await trx
    .selectFrom("review_assignment as assignment")
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .where("round.contribution_id", "=", contributionId)
    .where("assignment.state", "in", ["invited", "accepted"])
    .where("assignment.overdue_told_at", "is not", null)
    .select("assignment.id")
    .executeTakeFirst();
  if (late) return;
  await settle(trx, { subject: { kind: "contribution", id: contributionId }, kinds: ["review-overdue"] }, at);
}
