import { isUnused } from "~/domain/vocabularies/term-use";
import { findTermUses } from "~/domain/vocabularies/term-use-queries.server";
import { readVocabulary } from "~/domain/vocabularies/vocabulary";
import { CannotStand } from "../cannot-stand";
import { canEditVocabularies } from "../edition-policy";
import { asColumns, filledIn, type OpenSubject } from "./subject";

const columns = [
  ...(["label_en", "label_fr", "label_es", "description", "description_fr", "description_es"] as const),
  ...(["maps_to", "parent_code", "position"] as const),
];

/**
 * A term of a vocabulary, by `theme/budgeting`. One that is not there has no fields: filling them in adds it, and emptying all of
 * them deletes it, so that its history can take both back.
 */
export const openTerm: OpenSubject = async (trx, id) => {
  const [name, code = ""] = id.split("/");
  const vocabulary = readVocabulary(name);
  if (!vocabulary || code === "") return undefined;
  const row = await trx
    .selectFrom("term")
    .where("vocabulary", "=", vocabulary)
    .where("code", "=", code)
    .select(columns)
    .executeTakeFirst();
  const fields = row ? filledIn({ ...row, position: String(row.position) }) : {};
  return {
    place: vocabulary,
    fields,
    may: canEditVocabularies,
    async write(changes) {
      const wanted = { ...fields, ...asColumns(changes) };
      const { label_en, label_fr, label_es, position, parent_code = null } = wanted;
      if (!label_en) return remove();
      // Without these it is no term: what was edited was deleted meanwhile.
      if (!label_fr || !label_es || !position) throw new CannotStand(null);
      const values = { ...asColumns(changes), label_en, label_fr, label_es, position: Number(position) };
      if (row) {
        await trx
          .updateTable("term")
          .set(values)
          .where("vocabulary", "=", vocabulary)
          .where("code", "=", code)
          .execute();
        return;
      }
      if (parent_code !== null && !(await isThere(parent_code))) throw new CannotStand(null);
      await trx
        .insertInto("term")
        .values({ parent_code: null, ...values, vocabulary, code })
        .execute();
    },
    shownBy: () =>
      trx
        .selectFrom("entry_term")
        .innerJoin("entry", "entry.id", "entry_term.entry_id")
        .where("entry_term.vocabulary", "=", vocabulary)
        .where("entry_term.code", "=", code)
        .select(["entry.id", "entry.kind"])
        .execute(),
  };

  async function remove(): Promise<void> {
    if (!vocabulary) return;
    const uses = await findTermUses(trx, { vocabulary, code });
    if (!isUnused(uses)) throw new CannotStand(uses);
    await trx.deleteFrom("term").where("vocabulary", "=", vocabulary).where("code", "=", code).execute();
  }

  async function isThere(parent: string): Promise<boolean> {
    const above = await trx
      .selectFrom("term")
      .where("vocabulary", "=", "goal")
      .where("code", "=", parent)
      .select("code")
      .executeTakeFirst();
    return above !== undefined;
  }
};
