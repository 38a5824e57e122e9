import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { canManageCollection } from "./collection-policy";

/**
 * Makes a permanent version of a collection as it stands. Of two who publish at once, the second is refused: `expected` is the
 * version that they saw. @returns the new version's number, or why there is none
 */
export async function publishCollection(
  db: Db,
  doer: Doer,
  collection: { id: string; network: { id: string } | null; currentVersion: number | null },
  changeNote: string | null,
): Promise<number | "empty" | "published"> {
  if (!canManageCollection(doer.actor, collection)) throw forbidden();
  const at = doer.at.toISOString();
  return db.transaction().execute(async (trx) => {
    const { id } = collection;
    const row = await trx.selectFrom("collection").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
    if (row.current_version !== collection.currentVersion || row.withdrawn_at !== null) return "published";
    const items = await trx
      .selectFrom("collection_item as item")
      .innerJoin("entry", "entry.id", "item.entry_id")
      .where("item.collection_id", "=", id)
      .where("entry.published_at", "is not", null)
      .orderBy("item.position")
      .select(["item.entry_id", "entry.kind as entry_kind", "entry.title as entry_title", "item.note"])
      .execute();
    if (items.length === 0) return "empty";
    const number = (row.current_version ?? 0) + 1;
    const { language, title, summary, text } = row;
    const { picture_sha256, picture_width, picture_height, picture_bytes, picture_alternative } = row;
    await trx
      .insertInto("collection_version")
      .values({
        ...{ collection_id: id, number, language, title, summary, text },
        ...{ picture_sha256, picture_width, picture_height, picture_bytes, picture_alternative },
        ...{ change_note: changeNote, published_at: at },
      })
      .execute();
    await trx
      .insertInto("collection_version_item")
      .values(items.map((item, index) => ({ ...item, collection_id: id, number, position: index + 1 })))
      .execute();
    await trx.updateTable("collection").set({ current_version: number, updated_at: at }).where("id", "=", id).execute();
    await recordEvent(trx, doer, {
      action: "publish-collection",
      subject: { kind: "collection", id },
      details: { version: number, items: items.length },
    });
    return number;
  });
}
