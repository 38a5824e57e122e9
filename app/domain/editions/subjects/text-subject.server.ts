import { getEditedEntry } from "../edited-entry-queries.server";
import { canEditTexts, textFieldsOf } from "../edition-policy";
import { asColumns, filledIn, type OpenSubject } from "./subject";

/** The texts of an entry that has no versions of its own. */
export const openTexts: OpenSubject = async (trx, id) => {
  const entry = await getEditedEntry(trx, id);
  if (!entry) return undefined;
  const row = await trx
    .selectFrom("entry")
    .leftJoin("document", "document.id", "entry.id")
    .where("entry.id", "=", id)
    .select(["entry.title", "entry.summary", "document.short_title"])
    .executeTakeFirstOrThrow();
  const fields = textFieldsOf(entry.kind);
  return {
    place: id,
    fields: filledIn(Object.fromEntries(fields.map((field) => [field, row[field]]))),
    may: (actor) => canEditTexts(actor, entry),
    async write(changes, at) {
      const { short_title, ...columns } = asColumns(changes);
      await trx
        .updateTable("entry")
        .set({ ...columns, updated_at: at })
        .where("id", "=", id)
        .execute();
      if (short_title) await trx.updateTable("document").set({ short_title }).where("id", "=", id).execute();
    },
    shownBy: async () => [{ id, kind: entry.kind }],
  };
};
