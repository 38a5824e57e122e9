import { getEditedEntry } from "../edited-entry-queries.server";
import { canTag } from "../edition-policy";
import type { OpenSubject } from "./subject";

/** The tags of an entry: a field for each. A tag that was merged counts as the one that took its place. */
export const openTags: OpenSubject = async (trx, id) => {
  const entry = await getEditedEntry(trx, id);
  if (!entry) return undefined;
  const rows = await trx
    .selectFrom("entry_tag")
    .innerJoin("tag", "tag.slug", "entry_tag.tag")
    .where("entry_id", "=", id)
    .select("tag.stands_for as slug")
    .distinct()
    .execute();
  return {
    place: id,
    fields: Object.fromEntries(rows.map(({ slug }) => [slug, "yes"])),
    may: (actor) => canTag(actor, entry),
    async write(changes) {
      for (const { field: tag, after } of changes) {
        if (after !== null) {
          await trx.insertInto("entry_tag").values({ entry_id: id, tag }).execute();
          continue;
        }
        const merged = trx.selectFrom("tag").where("stands_for", "=", tag).select("slug");
        await trx.deleteFrom("entry_tag").where("entry_id", "=", id).where("tag", "in", merged).execute();
      }
    },
    shownBy: async () => [{ id, kind: entry.kind }],
  };
};
