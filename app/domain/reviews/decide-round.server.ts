import type { Doer } from "~/domain/audit/doer";
import { moveContribution } from "~/domain/contributions/move-contribution.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { isOpen } from "./assignment";
import { listTasksOfRound } from "./assignment-queries.server";
import { confirmLinks } from "./confirm-links.server";
import { loadCoordinated, type Seen } from "./coordinated.server";
import { moveAssignment } from "./move-assignment.server";
import { recordDecision } from "./record-decision.server";
import { isComplete } from "./review";
import { listRounds } from "./review-queries.server";
import { tellAuthors, tellReviewer } from "./tell-sides.server";

export interface RoundDecision {
  verb: "accept" | "request-changes" | "decline";
  /** For the authors. */
  reason: string;
  seen: Seen;
}

const news = {
  accept: { kind: "contribution-accepted", waits: false },
  "request-changes": { kind: "changes-requested", waits: true },
  decline: { kind: "contribution-declined", waits: false },
} as const;

/**
 * Ends a round by a decision. @returns false, and nothing changes, while fewer reviews are in than the network wants
 * @throws Response; MovedOn when somebody else has decided
 */
export async function decideRound(
  db: Db,
  doer: Doer,
  id: string,
  { verb, reason, seen }: RoundDecision,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { actor, contribution } = await loadCoordinated(trx, doer.actor, id, seen);
    const [round] = await listRounds(trx, id);
    if (contribution.status !== "in-review" || !round || round.closedAt !== null) throw forbidden();
    const tasks = await listTasksOfRound(trx, round.id);
    // Who reviews a work does not decide on it.
    if (tasks.some(({ personId, state }) => personId === actor.person.id && !gone.has(state))) throw forbidden();
    if (!isComplete(round)) return false;
    await moveContribution(trx, doer, contribution, verb, { round: round.number });
    await trx
      .updateTable("review_round")
      .set({ closed_at: doer.at.toISOString() })
      .where("id", "=", round.id)
      .execute();
    await recordDecision(trx, doer, { contributionId: id, roundId: round.id, verb, reason });
    for (const task of tasks.filter(({ state }) => isOpen(state))) {
      await moveAssignment(trx, doer, { ...task, contributionId: id }, "cancel-review");
      await tellReviewer(trx, contribution, task, { kind: "review-cancelled", waits: false }, doer.at);
    }
    if (verb === "accept") await confirmLinks(trx, id, round);
    await tellAuthors(trx, contribution, news[verb], doer.at);
    return true;
  });
}

const gone = new Set<string>(["declined", "cancelled", "replaced"]);
