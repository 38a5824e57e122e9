import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { home } from "./collection";
import { canCurateFor } from "./collection-policy";

interface Featured {
  place: string;
  kind: "entry" | "collection";
  id: string;
}

/** Lets something stand out on the home page or a network's. @returns false when it is not published */
export async function feature(db: Db, doer: Doer, featured: Featured): Promise<boolean> {
  if (!canCurateFor(doer.actor, featured.place === home ? null : featured.place)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const found =
      featured.kind === "entry"
        ? await trx
            .selectFrom("entry")
            .where("id", "=", featured.id)
            .where("published_at", "is not", null)
            .select("id")
            .executeTakeFirst()
        : await trx
            .selectFrom("collection")
            .where("id", "=", featured.id)
            .where("current_version", "is not", null)
            .where("withdrawn_at", "is", null)
            .select("id")
            .executeTakeFirst();
    if (!found) return false;
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("feature")
      .values({ ...featured, featured_by: doer.actor?.person.id ?? null, featured_at: doer.at.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows) await record(trx, doer, "feature", featured);
    return true;
  });
}

export async function unfeature(db: Db, doer: Doer, { place, kind, id }: Featured): Promise<void> {
  if (!canCurateFor(doer.actor, place === home ? null : place)) throw forbidden();
  await db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom("feature")
      .where("place", "=", place)
      .where("kind", "=", kind)
      .where("id", "=", id)
      .executeTakeFirst();
    if (numDeletedRows > 0n) await record(trx, doer, "unfeature", { place, kind, id });
  });
}

const record = (trx: Db, doer: Doer, action: "feature" | "unfeature", { place, kind, id }: Featured) =>
  recordEvent(trx, doer, { action, subject: { kind, id }, details: { place } });
