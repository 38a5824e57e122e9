import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { canManageCollection } from "./collection-policy";

/**
 * Takes a published collection out of lists; each of its addresses then says when and why. Its versions stay in the database.
 * @returns false when there is nothing to withdraw, or somebody was faster
 */
export async function withdrawCollection(
  db: Db,
  doer: Doer,
  collection: { id: string; network: { id: string } | null },
  reason: string,
): Promise<boolean> {
  if (!canManageCollection(doer.actor, collection)) throw forbidden();
  const { id } = collection;
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("collection")
      .set({ withdrawn_at: doer.at.toISOString(), withdrawn_reason: reason })
      .where("id", "=", id)
      .where("current_version", "is not", null)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await trx.deleteFrom("feature").where("kind", "=", "collection").where("id", "=", id).execute();
    await recordEvent(trx, doer, { action: "withdraw-collection", subject: { kind: "collection", id } });
    return true;
  });
}
