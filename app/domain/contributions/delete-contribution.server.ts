import { forbidden } from "~/domain/forbidden";
import { settle } from "~/domain/notifications/settle.server";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { canDelete } from "./contribution-policy";
import { getContribution } from "./contribution-queries.server";

/** Throws a draft away, with its history: this cannot be undone. @throws Response */
export async function deleteContribution(db: Db, actor: Actor, id: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!contribution || !canDelete(actor, contribution)) throw forbidden();
    await settle(trx, { subject: { kind: "contribution", id } }, now);
    await trx.deleteFrom("contribution").where("id", "=", id).execute();
  });
}
