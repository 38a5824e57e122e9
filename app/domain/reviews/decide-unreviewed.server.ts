import type { Doer } from "~/domain/audit/doer";
import { moveContribution } from "~/domain/contributions/move-contribution.server";
import { forbidden } from "~/domain/forbidden";
import { getNetwork } from "~/domain/networks/network-detail-queries.server";
import type { Db } from "~db/client.server";
import { loadCoordinated, type Seen } from "./coordinated.server";
import { isCorrection } from "./correction-queries.server";
import { recordDecision } from "./record-decision.server";
import { tellAuthors } from "./tell-sides.server";
import { mayAcceptUnreviewed } from "./unreviewed";

interface Decision {
  verb: "return" | "decline" | "accept-unreviewed";
  /** For the authors. */
  reason: string;
  seen: Seen;
}

const news = {
  return: { kind: "contribution-returned", waits: true },
  decline: { kind: "contribution-declined", waits: false },
  "accept-unreviewed": { kind: "contribution-accepted", waits: false },
} as const;

/**
 * Decides on what was submitted before anyone reviewed it: back to its authors with a note, declined, or accepted as it is where
 * the network's policy allows that.
 * @throws Response, MovedOn
 */
export async function decideUnreviewed(
  db: Db,
  doer: Doer,
  id: string,
  { verb, reason, seen }: Decision,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { contribution } = await loadCoordinated(trx, doer.actor, id, seen);
    if (contribution.status !== "submitted") throw forbidden();
    if (verb === "accept-unreviewed") {
      const network = await getNetwork(trx, contribution.networkId ?? "");
      const correction = await isCorrection(trx, id);
      if (!network || !mayAcceptUnreviewed(contribution, network, correction)) throw forbidden();
    }
    await moveContribution(trx, doer, contribution, verb);
    if (verb === "return")
      await trx.updateTable("contribution").set({ submitted_at: null }).where("id", "=", id).execute();
    await recordDecision(trx, doer, { contributionId: id, roundId: null, verb, reason });
    await tellAuthors(trx, contribution, news[verb], doer.at);
  });
}
