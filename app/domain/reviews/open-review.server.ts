import type { Doer } from "~/domain/audit/doer";
import { moveContribution } from "~/domain/contributions/move-contribution.server";
import type { Db } from "~db/client.server";
import { loadCoordinated, type Seen } from "./coordinated.server";
import { openRound } from "./open-round.server";

/** Begins the review of what was submitted. @throws Response, MovedOn */
export async function openReview(db: Db, doer: Doer, id: string, seen: Seen): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { contribution, round } = await loadCoordinated(trx, doer.actor, id, seen);
    await moveContribution(trx, doer, contribution, "open-review");
    await openRound(trx, contribution, round, doer.at);
  });
}
