import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { mostItems } from "./collection";
import { canManageCollection } from "./collection-policy";

type Curated = { id: string; network: { id: string } | null };

/** Puts an entry at the end. @returns why not, or null */
export async function addItem(
  db: Db,
  actor: Actor,
  collection: Curated,
  item: { entry: string; note: string },
): Promise<"unknown" | "full" | "there" | null> {
  return changing(db, actor, collection, async (trx, order) => {
    const entry = await trx
      .selectFrom("entry")
      .where("id", "=", item.entry)
      .where("published_at", "is not", null)
      .select("id")
      .executeTakeFirst();
    if (!entry) return "unknown";
    if (order.includes(item.entry)) return "there";
    if (order.length >= mostItems) return "full";
    await trx
      .insertInto("collection_item")
      .values({ collection_id: collection.id, entry_id: item.entry, position: order.length + 1, note: item.note })
      .execute();
    return null;
  });
}

/** @returns false when the entry is not in it any more */
export async function annotateItem(
  db: Db,
  actor: Actor,
  collection: Curated,
  { entry, note }: { entry: string; note: string },
): Promise<boolean> {
  return changing(db, actor, collection, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("collection_item")
      .set({ note })
      .where("collection_id", "=", collection.id)
      .where("entry_id", "=", entry)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

/** One up, one down, or to a place from 1. @returns false when the entry is not in it any more */
export async function moveItem(
  db: Db,
  actor: Actor,
  collection: Curated,
  { entry, to }: { entry: string; to: string },
): Promise<boolean> {
  return changing(db, actor, collection, async (trx, order) => {
    const from = order.indexOf(entry);
    if (from < 0) return false;
    const wanted = to === "up" ? from - 1 : to === "down" ? from + 1 : Number(to) - 1;
    order.splice(from, 1);
    order.splice(Math.max(0, Math.min(wanted, order.length)), 0, entry);
    await number(trx, collection.id, order);
    return true;
  });
}

/** @returns false when the entry was not in it any more */
export async function removeItem(db: Db, actor: Actor, collection: Curated, entry: string): Promise<boolean> {
  return changing(db, actor, collection, async (trx, order) => {
    if (!order.includes(entry)) return false;
    await trx
      .deleteFrom("collection_item")
      .where("collection_id", "=", collection.id)
      .where("entry_id", "=", entry)
      .execute();
    await number(
      trx,
      collection.id,
      order.filter((id) => id !== entry),
    );
    return true;
  });
}

/** Two who move at once come one after the other, and each moves what stands. */
async function changing<T>(
  db: Db,
  actor: Actor,
  collection: Curated,
  change: (trx: Db, order: string[]) => Promise<T>,
): Promise<T> {
  if (!canManageCollection(actor, collection)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom("collection_item")
      .where("collection_id", "=", collection.id)
      .orderBy("position")
      .select("entry_id")
      .execute();
    return change(
      trx,
      rows.map((row) => row.entry_id),
    );
  });
}

async function number(trx: Db, id: string, order: string[]): Promise<void> {
  for (const [index, entry] of order.entries()) {
    await trx
      .updateTable("collection_item")
      .set({ position: index + 1 })
      .where("collection_id", "=", id)
      .where("entry_id", "=", entry)
      .execute();
  }
}
