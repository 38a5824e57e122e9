import type { Db } from "~db/client.server";
import { type Vocabulary, vocabularies } from "~db/schema/vocabulary";
import {
  type PlaceList,
  type Term,
  type TermList,
  type TermMeaning,
  type TermsByVocabulary,
  toLabel,
} from "./vocabulary";

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
    .orderBy("code")
    .execute();
  return rows.map((row) => ({ vocabulary, code: row.code, label: toLabel(row) }));
}

/** All terms of a list in their order, with what they mean. */
export async function listMeanings(db: Db, list: TermList): Promise<TermMeaning[]> {
  if (list === "region") return listRegions(db);
  if (list === "country") return listCountries(db);
  const rows = await db
    .selectFrom("term")
    .selectAll()
    .where("vocabulary", "=", list)
    .orderBy("position")
    .orderBy("code")
    .execute();
  return rows.map((row) => ({
    ...{ code: row.code, label: toLabel(row), mapsTo: row.maps_to },
    meaning: {
      en: row.description ?? undefined,
      fr: row.description_fr ?? undefined,
      es: row.description_es ?? undefined,
    },
  }));
}

async function listRegions(db: Db): Promise<TermMeaning[]> {
  const rows = await db.selectFrom("region").orderBy("label_en").selectAll().execute();
  return rows.map((row) => ({ code: row.code, label: toLabel(row), mapsTo: `UN M49 ${row.m49}`, meaning: {} }));
}

async function listCountries(db: Db): Promise<TermMeaning[]> {
  const rows = await db.selectFrom("country").orderBy("label_en").selectAll().execute();
  return rows.map((row) => ({ code: row.code, label: toLabel(row), mapsTo: `ISO 3166-1 ${row.iso3}`, meaning: {} }));
}

/** How many terms each list has. */
export async function countTerms(db: Db): Promise<Partial<Record<TermList, number>>> {
  const rows = await db
    .selectFrom("term")
    .groupBy("vocabulary")
    .select(["vocabulary", ({ fn }) => fn.countAll<number>().as("count")])
    .execute();
  const countOf = async (list: PlaceList) =>
    (
      await db
        .selectFrom(list)
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow()
    ).count;
  return {
    ...Object.fromEntries(rows.map(({ vocabulary, count }) => [vocabulary, count])),
    ...{ region: await countOf("region"), country: await countOf("country") },
  };
}

export const noTerms = (): TermsByVocabulary =>
  Object.fromEntries(vocabularies.map((vocabulary) => [vocabulary, []])) as unknown as TermsByVocabulary;
