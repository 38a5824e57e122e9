import type { Doer } from "~/domain/audit/doer";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { canWithdraw } from "./contribution-policy";
import { getContribution } from "./contribution-queries.server";
import { moveContribution } from "./move-contribution.server";

/** Takes back what was submitted, to write on it: it is a draft again. @throws Response */
export async function withdrawContribution(db: Db, doer: Doer, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!contribution || !canWithdraw(doer.actor, contribution)) throw forbidden();
    await moveContribution(trx, doer, contribution, "take-back");
    await trx.updateTable("contribution").set({ submitted_at: null }).where("id", "=", id).execute();
  });
}
