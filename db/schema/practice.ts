export const stages = ["planned", "ongoing", "completed", "discontinued", "unknown"] as const;
export type Stage = (typeof stages)[number];
export const reviewStatuses = ["not-reviewed", "in-review", "peer-reviewed"] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

/** What practices and case studies share. Null: the sources do not tell; pages say "not documented". Texts are Markdown. */
interface CityExperience {
  id: string;
  city_id: string;
  stage: Stage;
  /** ISO 8601, as exact as it is known. */
  started: string | null;
  ended: string | null;
  /** The year that search and lists show: when it started, or when the source documented it. */
  year: number;
  lead_body: string | null;
  contact: string | null;
  partners: string | null;
  /** JSON: the partners as rows of the template. */
  partner_rows: string | null;
  situation_before: string | null;
  objectives: string | null;
  legal_basis: string | null;
  what_was_done: string;
  participation: string | null;
  resources: string | null;
  /** A band of the template. */
  budget: string | null;
  staff: string | null;
  results: string | null;
  /** JSON: rows of indicator, baseline, value, date and source. */
  evidence: string | null;
  enabling_factors: string | null;
  challenges: string | null;
  lessons_learned: string | null;
  sustainability: string | null;
  transfer_conditions: string | null;
  building_blocks: string | null;
  references: string | null;
  /** Their names, parted by semicolons: for the index and for citations. */
  authors: string | null;
  review_status: ReviewStatus;
  /** SPDX. */
  licence: string;
}

/** A good practice of a city. The title and the one-line pitch are its entry's title and summary. */
export interface PracticeTable extends CityExperience {
  depth: "snapshot" | "full";
}

/** A researcher's account of a city's experience. */
export interface CaseStudyTable extends CityExperience {
  method: string | null;
  research_period: string | null;
  research_sources: string | null;
  limits: string | null;
  ethics: string | null;
  /** Whether the city has checked the facts. */
  fact_check: "not-asked" | "asked" | "answered";
}
