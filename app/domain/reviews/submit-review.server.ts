import { randomUUID } from "node:crypto";
import type { Doer } from "~/domain/audit/doer";
import type { Db } from "~db/client.server";
import type { ChangeKind } from "~db/schema/review";
import { listTasksOfReview, type ReviewerTask } from "./assignment-queries.server";
import { findConflictsOf } from "./conflict-queries.server";
import { isBlocked } from "./conflict-rules";
import { moveAssignment } from "./move-assignment.server";
import { loadOwnAssignment } from "./own-assignment.server";
import { type Consents, isComplete } from "./review";
import { listReviewFields } from "./review-field-queries.server";
import { missingInReview, readDraftChanges } from "./review-fields";
import { canSendReview } from "./review-policy";
import { listRounds } from "./review-queries.server";
import { getRubricVersion } from "./rubric-queries.server";
import { saveConsents } from "./save-consents.server";
import { tellCoordinators, tellReviewer } from "./tell-sides.server";

type Outcome = { submitted: true } | { submitted: false; missing: string[]; blocked: boolean };

/**
 * Sends a review to the coordinators; of a pair the senior does, for both. Nothing changes while something that it must have is
 * missing, or a conflict of interest has come up that blocks.
 * @throws Response, AssignmentMoved
 */
export async function submitReview(db: Db, doer: Doer, assignmentId: string, consents: Consents): Promise<Outcome> {
  return db.transaction().execute(async (trx): Promise<Outcome> => {
    const { task, contribution } = await loadOwnAssignment(trx, doer.actor, assignmentId, canSendReview);
    const rubric = await getRubricVersion(trx, task.networkId, task.round.rubricVersion);
    const fields = await listReviewFields(trx, task.reviewId);
    const values = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
    const missing = missingInReview(rubric, values);
    const together = (await listTasksOfReview(trx, task.reviewId)).filter(({ state }) => state === "accepted");
    const writers = together.flatMap(({ personId }) => (personId === null ? [] : [personId]));
    const conflicts = await findConflictsOf(trx, contribution, writers, doer.at);
    const blocked = writers.some((id) => isBlocked(conflicts.get(id) ?? []));
    if (missing.length > 0 || blocked) return { submitted: false, missing, blocked };
    const at = doer.at.toISOString();
    await keepChanges(trx, task.reviewId, values.changes);
    await trx.updateTable("review").set({ submitted_at: at }).where("id", "=", task.reviewId).execute();
    for (const one of together)
      await moveAssignment(trx, doer, { ...one, contributionId: contribution.id }, "submit-review", {
        submitted_at: at,
      });
    await saveConsents(trx, task.id, consents);
    await releaseOthers(trx, doer, task);
    await tellCoordinators(trx, contribution, { kind: "review-submitted", waits: false }, doer.at);
    const round = (await listRounds(trx, contribution.id)).find(({ id }) => id === task.round.id);
    if (round && isComplete(round))
      await tellCoordinators(trx, contribution, { kind: "reviews-complete", waits: true }, doer.at);
    return { submitted: true };

    async function releaseOthers(on: Db, by: Doer, own: ReviewerTask): Promise<void> {
      for (const late of await listTasksOfReview(on, own.reviewId)) {
        if (late.state !== "invited") continue;
        await moveAssignment(on, by, { ...late, contributionId: contribution.id }, "cancel-review");
        await tellReviewer(on, contribution, late, { kind: "review-cancelled", waits: false }, by.at);
      }
    }
  });
}

/** What the review asks for stands by itself from now on, so that authors can answer each. */
async function keepChanges(trx: Db, reviewId: string, value: string | undefined): Promise<void> {
  const rows = readDraftChanges(value).map(({ kind, field, text }, index) => ({
    id: randomUUID(),
    review_id: reviewId,
    position: index + 1,
    kind: kind as ChangeKind,
    field: field || null,
    text,
    response: "",
  }));
  if (rows.length > 0) await trx.insertInto("requested_change").values(rows).execute();
}
