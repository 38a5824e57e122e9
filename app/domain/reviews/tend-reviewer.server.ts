import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { isDone, isOpen } from "./assignment";
import { listTasksOfRound } from "./assignment-queries.server";
import { loadCoordinated } from "./coordinated.server";
import { AssignmentMoved, moveAssignment } from "./move-assignment.server";
import { tellReviewer } from "./tell-sides.server";

export type ReviewerErrand = "cancel" | "remind" | "thank";

/** What a coordinator does about somebody who was asked: no longer needed, reminded, thanked. @throws Response, AssignmentMoved */
export async function tendReviewer(
  db: Db,
  doer: Doer,
  contributionId: string,
  assignmentId: string,
  errand: ReviewerErrand,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { contribution, round } = await loadCoordinated(trx, doer.actor, contributionId);
    const task = (await listTasksOfRound(trx, round?.id ?? "")).find(({ id }) => id === assignmentId);
    if (!task) throw forbidden();
    const assignment = { ...task, contributionId };
    if (errand === "cancel") {
      await moveAssignment(trx, doer, assignment, "cancel-review");
      await tellReviewer(trx, contribution, task, { kind: "review-cancelled", waits: false }, doer.at);
    } else if (errand === "thank") {
      if (!isDone(task.state)) throw new AssignmentMoved(task.state);
      await moveAssignment(trx, doer, assignment, "thank-reviewer");
      await tellReviewer(trx, contribution, task, { kind: "review-thanked", waits: false }, doer.at);
    } else {
      if (!isOpen(task.state)) throw new AssignmentMoved(task.state);
      await trx
        .updateTable("review_assignment")
        .set({ reminded_at: doer.at.toISOString() })
        .where("id", "=", assignmentId)
        .execute();
      await recordEvent(trx, doer, {
        action: "remind-reviewer",
        subject: { kind: "assignment", id: assignmentId },
        details: { contribution: contributionId },
      });
      await tellReviewer(trx, contribution, task, { kind: "review-due-soon", waits: true }, doer.at);
    }
  });
}
