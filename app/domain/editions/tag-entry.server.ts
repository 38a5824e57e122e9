import type { Doer } from "~/domain/audit/doer";
import { toSlug } from "~/domain/documents/import/slug";
import type { Db } from "~db/client.server";
import { type Edited, editIn } from "./edit.server";
import type { Fields } from "./edition";

/**
 * Gives an entry these tags and no others; a word that no tag has yet becomes one. @returns `wrong`: words that can have no address
 */
export async function tagEntry(
  db: Db,
  doer: Doer,
  entry: { id: string; language: string },
  { seen, labels }: { seen: Fields; labels: string[] },
): Promise<Edited | { wrong: true }> {
  const slugs = labels.map((label) => ({ label, slug: toSlug(label) }));
  if (slugs.some(({ slug }) => slug === "")) return { wrong: true };
  return db.transaction().execute(async (trx) => {
    const wanted: Record<string, string> = {};
    for (const { slug, label } of slugs) {
      await trx
        .insertInto("tag")
        .values({ slug, label, language: entry.language, stands_for: slug, created_at: doer.at.toISOString() })
        .onConflict((conflict) => conflict.column("slug").doNothing())
        .execute();
      const tag = await trx.selectFrom("tag").where("slug", "=", slug).select("stands_for").executeTakeFirstOrThrow();
      wanted[tag.stands_for] = "yes";
    }
    return editIn(trx, doer, { kind: "tags", subject: entry.id }, { seen, wanted });
  });
}
