import type { Db } from "~db/client.server";
import { type Vocabulary, vocabularies } from "~db/schema/vocabulary";
import { type Term, type TermMeaning, type TermsByVocabulary, toLabel } from "./vocabulary";

/** The terms of each of these entries; an entry without terms has empty lists. */
export async function getTermsOf(db: Db, entryIds: string[]): Promise<Map<string, TermsByVocabulary>> {
  const rows = await db
    .selectFrom("entry_term")
    .innerJoin("term", (join) =>
      join.onRef("term.vocabulary", "=", "entry_term.vocabulary").onRef("term.code", "=", "entry_term.code"),
    )
    .select(["entry_term.entry_id", "term.vocabulary", "term.code", "term.label_en", "term.label_fr", "term.label_es"])
    .where("entry_term.entry_id", "in", entryIds)
    .orderBy("term.position")
    .execute();
  const terms = new Map(entryIds.map((id) => [id, noTerms()]));
  for (const row of rows) {
    terms.get(row.entry_id)?.[row.vocabulary].push({ vocabulary: row.vocabulary, code: row.code, label: toLabel(row) });
  }
  return terms;
}

/** All terms of a vocabulary in their order. */
export async function listTerms(db: Db, vocabulary: Vocabulary): Promise<Term[]> {
  const rows = await db
    .selectFrom("term")
    .selectAll()
    .where("vocabulary", "=", vocabulary)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({ vocabulary, code: row.code, label: toLabel(row) }));
}

/** All terms of a vocabulary in their order, with what they mean. */
export async function listMeanings(db: Db, vocabulary: Vocabulary): Promise<TermMeaning[]> {
  const rows = await db
    .selectFrom("term")
    .selectAll()
    .where("vocabulary", "=", vocabulary)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    ...{ vocabulary, code: row.code, label: toLabel(row), mapsTo: row.maps_to },
    meaning: {
      en: row.description ?? undefined,
      fr: row.description_fr ?? undefined,
      es: row.description_es ?? undefined,
    },
  }));
}

/** How many terms each vocabulary has. */
export async function countTerms(db: Db): Promise<Partial<Record<Vocabulary, number>>> {
  const rows = await db
    .selectFrom("term")
    .groupBy("vocabulary")
    .select(["vocabulary", ({ fn }) => fn.countAll<number>().as("count")])
    .execute();
  return Object.fromEntries(rows.map(({ vocabulary, count }) => [vocabulary, count]));
}

export const noTerms = (): TermsByVocabulary =>
  Object.fromEntries(vocabularies.map((vocabulary) => [vocabulary, []])) as unknown as TermsByVocabulary;
