import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { canWithdraw } from "./contribution-policy";
import { getContribution } from "./contribution-queries.server";

/** Takes back what was submitted, to write on it: it is a draft again. @throws Response */
export async function withdrawContribution(db: Db, actor: Actor, id: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!contribution || !canWithdraw(actor, contribution)) throw forbidden();
    await trx
      .updateTable("contribution")
      .set({ status: "draft", submitted_at: null, updated_at: now.toISOString() })
      .where("id", "=", id)
      .execute();
  });
}
