import { type Vocabulary, vocabularies } from "~db/schema/vocabulary";
import { canEditVocabularies } from "../edition-policy";
import { asColumns, filledIn, type OpenSubject } from "./subject";

/** A term of a vocabulary, by `theme/budgeting`. */
export const openTerm: OpenSubject = async (trx, id) => {
  const [name = "", code = ""] = id.split("/");
  const vocabulary = vocabularies.find((known) => known === name);
  if (!vocabulary) return undefined;
  const row = await trx
    .selectFrom("term")
    .where("vocabulary", "=", vocabulary)
    .where("code", "=", code)
    .select(["label_en", "label_fr", "label_es", "description", "description_fr", "description_es"])
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    place: vocabulary,
    fields: filledIn(row),
    may: canEditVocabularies,
    async write(changes) {
      await trx
        .updateTable("term")
        .set(asColumns(changes))
        .where("vocabulary", "=", vocabulary)
        .where("code", "=", code)
        .execute();
    },
    shownBy: () => listCarrying(vocabulary, code),
  };

  function listCarrying(vocabulary: Vocabulary, code: string) {
    return trx
      .selectFrom("entry_term")
      .innerJoin("entry", "entry.id", "entry_term.entry_id")
      .where("entry_term.vocabulary", "=", vocabulary)
      .where("entry_term.code", "=", code)
      .select(["entry.id", "entry.kind"])
      .execute();
  }
};
