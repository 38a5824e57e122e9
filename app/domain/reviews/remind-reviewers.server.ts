import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import type { Db } from "~db/client.server";
import { isOpen, isOverdue } from "./assignment";
import { getReviewerTask } from "./assignment-queries.server";
import { dueOn } from "./due-date";
import { tellCoordinators, tellReviewer } from "./tell-sides.server";

const daysBefore = 5;

/**
 * Reminds reviewers whose day is near, and tells reviewers and coordinators whose day has passed: each once for each assignment,
 * however often it is called. Each assignment is a transaction of its own. For the clock.
 * @returns how many were told
 */
export async function remindReviewers(db: Db, now: Date): Promise<number> {
  const waiting = await db
    .selectFrom("review_assignment as assignment")
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .where("round.closed_at", "is", null)
    .where("assignment.state", "in", ["invited", "accepted"])
    .where("assignment.due_on", "<=", dueOn(now, daysBefore))
    .where((where) =>
      where.or([where("assignment.reminded_at", "is", null), where("assignment.overdue_told_at", "is", null)]),
    )
    .select("assignment.id")
    .execute();
  let told = 0;
  for (const { id } of waiting) if (await remind(db, id, now)) told++;
  return told;
}

async function remind(db: Db, id: string, now: Date): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const task = await getReviewerTask(trx, id);
    const contribution = task && (await getContribution(trx, task.contribution.id));
    if (!task || !contribution || !isOpen(task.state)) return false;
    const overdue = isOverdue(task, now);
    const column = overdue ? ("overdue_told_at" as const) : ("reminded_at" as const);
    const { numUpdatedRows } = await trx
      .updateTable("review_assignment")
      .set({ [column]: now.toISOString() })
      .where("id", "=", id)
      .where(column, "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    const clock: Doer = { actor: null, at: now, address: null };
    const kind = overdue ? ("review-overdue" as const) : ("review-due-soon" as const);
    await recordEvent(trx, clock, {
      action: overdue ? "note-overdue-review" : "remind-reviewer",
      subject: { kind: "assignment", id },
      details: { contribution: contribution.id },
    });
    await tellReviewer(trx, contribution, task, { kind, waits: true }, now);
    if (overdue) await tellCoordinators(trx, contribution, { kind, waits: true }, now);
    return true;
  });
}
