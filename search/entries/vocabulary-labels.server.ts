import type { Db } from "~db/client.server";
import type { TermTable } from "~db/schema/vocabulary";

/** Vocabularies and places as the index needs them: labels in all languages, and what lies above what. */
export interface VocabularyLabels {
  termLabels(vocabulary: TermTable["vocabulary"], code: string): string[];
  /** A goal or target with its ancestors, the widest first. */
  sdgPath(vocabulary: "goal" | "target", code: string): string[];
  countryLabels(code: string): string[];
  /** The regions of a country, the widest first. */
  regionPath(country: string): string[];
  regionLabels(country: string): string[];
}

interface Labelled {
  label_en: string;
  label_fr: string;
  label_es: string;
}

const labelsOf = (row: Labelled | undefined): string[] =>
  row ? [...new Set([row.label_en, row.label_fr, row.label_es])] : [];

/** Reads all of them once: they are few. */
export async function readVocabularyLabels(db: Db): Promise<VocabularyLabels> {
  const terms = await db.selectFrom("term").selectAll().execute();
  const countries = await db.selectFrom("country").selectAll().execute();
  const regions = await db.selectFrom("region").selectAll().execute();
  const termOf = new Map(terms.map((term) => [`${term.vocabulary} ${term.code}`, term]));
  const countryOf = new Map(countries.map((country) => [country.code, country]));
  const regionOf = new Map(regions.map((region) => [region.code, region]));

  const regionPath = (country: string): string[] => {
    const path: string[] = [];
    let code = countryOf.get(country)?.region_code ?? null;
    while (code && !path.includes(code)) {
      path.unshift(code);
      code = regionOf.get(code)?.parent_code ?? null;
    }
    return path;
  };
  return {
    termLabels: (vocabulary, code) => labelsOf(termOf.get(`${vocabulary} ${code}`)),
    sdgPath(vocabulary, code) {
      const parent = vocabulary === "target" ? (termOf.get(`target ${code}`)?.parent_code ?? code.split(".")[0]) : null;
      return parent ? [parent, code] : [code];
    },
    countryLabels: (code) => labelsOf(countryOf.get(code)),
    regionPath,
    regionLabels: (country) => regionPath(country).flatMap((code) => labelsOf(regionOf.get(code))),
  };
}
