import { type Language, languages } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import type { Vocabulary } from "~db/schema/vocabulary";
import type { FacetName } from "~search/port";

/** What the values of each facet are called in the reader's language. A value without a label stands for itself. */
export type FacetLabels = Partial<Record<FacetName, Record<string, string>>>;

/** Labels of these values, e.g. of a search result's facets and of the filters that are set. */
export async function labelFacets(
  db: Db,
  values: Partial<Record<FacetName, string[]>>,
  language: Language,
): Promise<FacetLabels> {
  const t = translator(language);
  const labels: FacetLabels = {};
  for (const [facet, wanted] of Object.entries(values) as [FacetName, string[]][]) {
    if (wanted.length > 0) labels[facet] = await labelsOf(facet, [...new Set(wanted)]);
  }
  return labels;

  async function labelsOf(facet: FacetName, wanted: string[]): Promise<Record<string, string>> {
    switch (facet) {
      case "theme":
      case "right":
      case "group":
        return termLabels(db, [facet], wanted, language);
      case "sdg": {
        const terms = await termLabels(db, ["goal", "target"], wanted, language);
        return Object.fromEntries(Object.entries(terms).map(([code, label]) => [code, `${code} ${label}`]));
      }
      case "tool":
      case "city":
        return byKey(
          await db.selectFrom("entry").where("id", "in", wanted).select(["id as key", "title as label"]).execute(),
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
        return mapped(wanted, (value) => languageDisplayNames[language].of(value) ?? value);
      case "year":
        return {};
    }
  }
}

const languageDisplayNames = Object.fromEntries(
  languages.map((language) => [language, new Intl.DisplayNames(language, { type: "language" })]),
) as Record<Language, Intl.DisplayNames>;

const byKey = (rows: { key: string; label: string }[]) =>
  Object.fromEntries(rows.map(({ key, label }) => [key, label]));

const mapped = (values: string[], label: (value: string) => string) =>
  Object.fromEntries(values.map((value) => [value, label(value)]));

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

async function recommendationLabels(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom("provision")
    .innerJoin("document", "document.id", "provision.document_id")
    .where("provision.id", "in", ids)
    .select(["provision.id", "provision.label", "document.short_title"])
    .execute();
  return Object.fromEntries(rows.map((row) => [row.id, `${row.short_title}, ${row.label ?? row.id.split("/")[1]}`]));
}
