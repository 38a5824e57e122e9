import type { Doer } from "~/domain/audit/doer";
import type { Db } from "~db/client.server";
import { type Edited, editIn } from "./edit.server";
import type { Fields } from "./edition";

/** Lets one tag take another's place wherever that stands. @returns `wrong`: there is no such tag, or it is the same */
export async function mergeTag(
  db: Db,
  doer: Doer,
  { slug, into, seen }: { slug: string; into: string; seen: Fields },
): Promise<Edited | { wrong: true }> {
  return db.transaction().execute(async (trx) => {
    const target = await trx.selectFrom("tag").where("slug", "=", into).select("stands_for").executeTakeFirst();
    // What it was merged into already would lead back to it.
    if (!target || target.stands_for === slug) return { wrong: true };
    const wanted = { ...seen, merged_into: target.stands_for };
    return editIn(trx, doer, { kind: "tag", subject: slug }, { seen, wanted });
  });
}
