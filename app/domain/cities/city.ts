import type { ExperienceLine } from "~/domain/practices/practice";
import type { Label } from "~/domain/vocabularies/vocabulary";
import type { PopulationBand } from "~db/schema/place";

export interface CityListLine {
  id: string;
  name: string;
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
  updatedAt: string;
}
