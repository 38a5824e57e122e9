import type { ExperienceLine } from "~/domain/practices/practice";
import type { Label } from "~/domain/vocabularies/vocabulary";
import type { PopulationBand } from "~db/schema/place";
import type { ProvisionKind } from "~db/schema/provision";

export interface CityListLine {
  id: string;
  name: Label;
  kind: "city" | "regency" | "inter-municipal" | "district";
  country: { code: string; label: Label };
  /** The broadest region: Africa, Americas, Asia, Europe, Oceania. */
  region: { code: string; label: Label };
  latitude: number;
  longitude: number;
  practices: number;
  caseStudies: number;
}

export interface CityPage extends CityListLine {
  summary: string | null;
  geonamesId: number | null;
  populationBand: PopulationBand | null;
  experiences: ExperienceLine[];
  /** What its people said: quotations that name the city as the speaker's. */
  quotations: { id: string; speaker: string; text: string; language: string; shortTitle: string }[];
  /** Paragraphs that its practices and case studies rest on. */
  sources: { id: string; eid: string; shortTitle: string; summary: string | null }[];
  /** Other paragraphs that name it. */
  mentions: {
    id: string;
    eid: string;
    kind: ProvisionKind;
    label: string | null;
    shortTitle: string;
    summary: string | null;
  }[];
  updatedAt: string;
}

/** How many people a band stands for. */
export const populationBounds: Record<PopulationBand, { least?: number; most?: number }> = {
  "under-100k": { most: 100_000 },
  "100k-500k": { least: 100_000, most: 500_000 },
  "500k-1m": { least: 500_000, most: 1_000_000 },
  "1m-5m": { least: 1_000_000, most: 5_000_000 },
  "over-5m": { least: 5_000_000 },
};

/** A city's name in each language; French and Spanish fall back on the English one. */
export const toCityName = (row: { city_name: string; name_fr: string | null; name_es: string | null }): Label => ({
  en: row.city_name,
  fr: row.name_fr ?? row.city_name,
  es: row.name_es ?? row.city_name,
});
