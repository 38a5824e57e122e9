import type { Doer } from "~/domain/audit/doer";
import { missingFields } from "~/domain/contributions/completeness";
import { valuesOf } from "~/domain/contributions/contribution";
import type { FieldName } from "~/domain/contributions/contribution-fields";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { moveContribution } from "~/domain/contributions/move-contribution.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { addAssignment, startReview } from "./add-assignment.server";
import { isDone } from "./assignment";
import { listTasksOfRound, type ReviewerTask } from "./assignment-queries.server";
import { findConflictsOf } from "./conflict-queries.server";
import { isBlocked } from "./conflict-rules";
import { dueOn } from "./due-date";
import { openRound } from "./open-round.server";
import { submittedReviews } from "./review";
import { canFollowReview } from "./review-policy";
import { listRounds } from "./review-queries.server";
import { tellCoordinators } from "./tell-sides.server";

type Outcome =
  | { resubmitted: true }
  /** Ids of critical changes without an answer, and fields that are empty. */
  | { resubmitted: false; unanswered: string[]; missing: FieldName[] };

/**
 * Sends the revised contribution into the next round, and asks the same reviewers again: those who still belong to the network and
 * whom no conflict of interest blocks by now.
 * @throws Response, MovedOn
 */
export async function resubmitContribution(db: Db, doer: Doer, id: string): Promise<Outcome> {
  return db.transaction().execute(async (trx): Promise<Outcome> => {
    const contribution = await getContribution(trx, id);
    if (!contribution || !canFollowReview(doer.actor, contribution)) throw forbidden();
    const [previous] = await listRounds(trx, id);
    const unanswered = (previous ? submittedReviews(previous) : [])
      .flatMap(({ changes }) => changes)
      .filter(({ kind, response }) => kind === "critical" && response.trim() === "")
      .map((change) => change.id);
    const missing = missingFields(contribution.kind, valuesOf(contribution));
    if (contribution.status === "changes-requested" && unanswered.length + missing.length > 0)
      return { resubmitted: false, unanswered, missing };
    await moveContribution(trx, doer, contribution, "resubmit");
    const round = await openRound(trx, contribution, previous, doer.at);
    const before = previous ? await listTasksOfRound(trx, previous.id) : [];
    const again = await stillFit(
      trx,
      before.filter(({ state }) => isDone(state)),
    );
    const due = dueOn(doer.at);
    const asked = { ...doer, actor: null };
    for (const reviewId of new Set(again.map((task) => task.reviewId))) {
      const writers = again.filter((task) => task.reviewId === reviewId);
      const next = await startReview(trx, round);
      for (const { personId, part } of writers)
        if (personId !== null)
          await addAssignment(trx, asked, contribution, {
            reviewId: next,
            personId,
            part: writers.length === 1 ? "single" : part,
            dueOn: due,
          });
    }
    await tellCoordinators(trx, contribution, { kind: "contribution-resubmitted", waits: true }, doer.at);
    return { resubmitted: true };

    async function stillFit(on: Db, tasks: ReviewerTask[]): Promise<ReviewerTask[]> {
      const ids = tasks.flatMap(({ personId }) => (personId === null ? [] : [personId]));
      const members = await on
        .selectFrom("membership")
        .where("network_id", "=", contribution?.networkId ?? "")
        .where("person_id", "in", ids)
        .where("state", "=", "active")
        .select(["person_id", "reviewer"])
        .execute();
      const conflicts = contribution ? await findConflictsOf(on, contribution, ids, doer.at) : new Map();
      const fit = tasks.filter(
        ({ personId, part }) =>
          members.some((member) => member.person_id === personId && (part === "junior" || member.reviewer === 1)) &&
          !isBlocked(conflicts.get(personId ?? "") ?? []),
      );
      // A junior does not review alone.
      return fit.filter(
        (task) => task.part !== "junior" || fit.some((other) => other.reviewId === task.reviewId && other !== task),
      );
    }
  });
}
