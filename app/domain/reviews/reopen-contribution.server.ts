import type { Doer } from "~/domain/audit/doer";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { moveContribution } from "~/domain/contributions/move-contribution.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { canFollowReview } from "./review-policy";

/** What was declined becomes a draft again, to be written anew. @throws Response, MovedOn */
export async function reopenContribution(db: Db, doer: Doer, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!contribution || !canFollowReview(doer.actor, contribution)) throw forbidden();
    await moveContribution(trx, doer, contribution, "reopen");
    await trx.updateTable("contribution").set({ submitted_at: null }).where("id", "=", id).execute();
  });
}
