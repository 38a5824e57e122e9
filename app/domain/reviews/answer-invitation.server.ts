import type { Doer } from "~/domain/audit/doer";
import type { Db } from "~db/client.server";
import type { DeclineReason } from "~db/schema/review";
import { findConflictsOf } from "./conflict-queries.server";
import { isBlocked } from "./conflict-rules";
import { moveAssignment } from "./move-assignment.server";
import { loadOwnAssignment } from "./own-assignment.server";
import { canAnswerInvitation } from "./review-policy";
import { tellCoordinators } from "./tell-sides.server";

export type InvitationAnswer =
  | { accept: true; declaredConflict: string | null }
  | { accept: false; reason: DeclineReason; note: string | null; suggestion: string | null };

/**
 * A reviewer's yes or no; who said yes may still say no. @returns false when a conflict of interest has come up that blocks
 * @throws Response, AssignmentMoved
 */
export async function answerInvitation(
  db: Db,
  doer: Doer,
  assignmentId: string,
  answer: InvitationAnswer,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { task, contribution } = await loadOwnAssignment(trx, doer.actor, assignmentId, canAnswerInvitation);
    const assignment = { ...task, contributionId: contribution.id };
    const answered = { answered_at: doer.at.toISOString() };
    if (answer.accept) {
      const conflicts = await findConflictsOf(trx, contribution, [task.personId ?? ""], doer.at);
      if (isBlocked(conflicts.get(task.personId ?? "") ?? [])) return false;
      const declared = { declared_conflict: answer.declaredConflict };
      await moveAssignment(trx, doer, assignment, "accept-review", { ...answered, ...declared });
      await tellCoordinators(trx, contribution, { kind: "review-accepted", waits: false }, doer.at);
    } else {
      const { reason, note, suggestion } = answer;
      const why = { decline_reason: reason, decline_note: note, suggestion };
      await moveAssignment(trx, doer, assignment, "decline-review", { ...answered, ...why });
      // Somebody else has to be asked.
      await tellCoordinators(trx, contribution, { kind: "review-declined", waits: true }, doer.at);
    }
    return true;
  });
}
