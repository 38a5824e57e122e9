import { toCityName } from "~/domain/cities/city";
import { type Language, languages } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import type { Vocabulary } from "~db/schema/vocabulary";
import type { FacetName } from "~search/port";
import { rememberedNames } from "./remembered-names.server";

/** What the values of each facet are called in the reader's language. A value without a label stands for itself. */
export type FacetLabels = Partial<Record<FacetName, Labels>>;
type Labels = ReadonlyMap<string, string>;

/** Labels of these values at least, e.g. of a search result's facets and of the filters that are set. */
export async function labelFacets(
  db: Db,
  values: Partial<Record<FacetName, string[]>>,
  language: Language,
): Promise<FacetLabels> {
  const names = await rememberedNames(db);
  const result: FacetLabels = {};
  for (const [facet, wanted] of Object.entries(values) as [FacetName, string[]][]) {
    result[facet] = await names.get(`${language} ${facet}`, wanted, (unknown) =>
      readLabels(db, facet, unknown, language),
    );
  }
  return result;
}

async function readLabels(db: Db, facet: FacetName, wanted: string[], language: Language): Promise<Labels> {
  const t = translator(language);
  switch (facet) {
    case "theme":
    case "right":
    case "group":
      return termLabels(db, [facet], wanted, language);
    case "sdg": {
      const terms = await termLabels(db, ["goal", "target"], wanted, language);
      return new Map([...terms].map(([code, label]) => [code, `${code} ${label}`]));
    }
    case "city":
      return cityNames(db, wanted, language);
    case "tool":
      return byKey(
        await db
          .selectFrom("entry")
          .where("id", "in", wanted)
          .where("published_at", "is not", null)
          .select(["id as key", "title as label"])
          .execute(),
      );
    case "document":
      return byKey(
        await db
          .selectFrom("document")
          .where("id", "in", wanted)
          .select(["id as key", "short_title as label"])
          .execute(),
      );
    case "recommendation":
      return recommendationLabels(db, wanted);
    case "region":
    case "country":
      return byKey(
        await db
          .selectFrom(facet)
          .where("code", "in", wanted)
          .select(["code as key", `label_${language} as label`])
          .execute(),
      );
    case "type":
      return mapped(wanted, (value) => t(`kinds.${value as "practice"}`));
    case "evidence":
      return mapped(wanted, (value) => t(`evidence.${value as "claimed"}`));
    case "review":
      return mapped(wanted, (value) => t(`review.${value as "in-review"}`));
    case "language":
      return mapped(wanted, (value) => languageName(value, language));
    case "year":
      return new Map();
  }
}

const languageDisplayNames = Object.fromEntries(
  languages.map((language) => [language, new Intl.DisplayNames(language, { type: "language" })]),
) as Record<Language, Intl.DisplayNames>;

/** What comes from an address may be no language at all. */
function languageName(code: string, language: Language): string {
  try {
    return languageDisplayNames[language].of(code) ?? code;
  } catch {
    return code;
  }
}

const byKey = (rows: { key: string; label: string }[]): Labels => new Map(rows.map(({ key, label }) => [key, label]));

const mapped = (values: string[], label: (value: string) => string): Labels =>
  new Map(values.map((value) => [value, label(value)]));

async function termLabels(db: Db, vocabularies: Vocabulary[], codes: string[], language: Language) {
  return byKey(
    await db
      .selectFrom("term")
      .where("vocabulary", "in", vocabularies)
      .where("code", "in", codes)
      .select(["code as key", `label_${language} as label`])
      .execute(),
  );
}

async function cityNames(db: Db, ids: string[], language: Language): Promise<Labels> {
  const rows = await db
    .selectFrom("city")
    .innerJoin("entry", "entry.id", "city.id")
    .where("city.id", "in", ids)
    .where("entry.published_at", "is not", null)
    .select(["city.id", "city.name_fr", "city.name_es", "entry.title as city_name"])
    .execute();
  return new Map(rows.map((row) => [row.id, toCityName(row)[language]]));
}

async function recommendationLabels(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom("provision")
    .innerJoin("document", "document.id", "provision.document_id")
    .where("provision.id", "in", ids)
    .select(["provision.id", "provision.label", "document.short_title"])
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.short_title}, ${row.label ?? row.id.split("/")[1]}`]));
}
