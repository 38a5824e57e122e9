import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { canDelete } from "./contribution-policy";
import { getContribution } from "./contribution-queries.server";

/** Throws a draft away, with its history: this cannot be undone. @throws Response */
export async function deleteContribution(db: Db, actor: Actor, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!contribution || !canDelete(actor, contribution)) throw forbidden();
    await trx.deleteFrom("contribution").where("id", "=", id).execute();
  });
}
