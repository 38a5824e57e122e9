import type { Db } from "~db/client.server";
import { canMergeTags } from "../edition-policy";
import { asColumns, filledIn, type OpenSubject } from "./subject";

/** A tag: what it is called, and the tag that it is merged into. */
export const openTag: OpenSubject = async (trx, slug) => {
  const row = await trx.selectFrom("tag").where("slug", "=", slug).select(["label", "merged_into"]).executeTakeFirst();
  if (!row) return undefined;
  return {
    place: "tags",
    fields: filledIn(row),
    may: canMergeTags,
    async write(changes) {
      await trx.updateTable("tag").set(asColumns(changes)).where("slug", "=", slug).execute();
      await followMerging(trx);
    },
    // Those that carry it, or any that it stands for.
    shownBy: () =>
      trx
        .selectFrom("entry_tag")
        .innerJoin("tag", "tag.slug", "entry_tag.tag")
        .innerJoin("entry", "entry.id", "entry_tag.entry_id")
        .where((on) => on.or([on("tag.slug", "=", slug), on("tag.stands_for", "=", slug)]))
        .select(["entry.id", "entry.kind"])
        .distinct()
        .execute(),
  };
};

/** Lets every tag know the one at the end of its merging. */
async function followMerging(trx: Db): Promise<void> {
  const rows = await trx.selectFrom("tag").select(["slug", "merged_into", "stands_for"]).execute();
  const into = new Map(rows.map(({ slug, merged_into }) => [slug, merged_into]));
  for (const { slug, stands_for } of rows) {
    let end = slug;
    for (let next = into.get(end); next && next !== slug; next = into.get(end)) end = next;
    if (end !== stands_for) await trx.updateTable("tag").set({ stands_for: end }).where("slug", "=", slug).execute();
  }
}
