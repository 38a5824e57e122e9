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
  partners: string | null;
  situation_before: string | null;
  what_was_done: string;
  results: string | null;
  challenges: string | null;
  lessons_learned: string | null;
  review_status: ReviewStatus;
  /** SPDX. */
  licence: string;
}

/** A good practice of a city. The title and the one-line pitch are its entry's title and summary. */
export interface PracticeTable extends CityExperience {
  depth: "snapshot" | "full";
  contact: string | null;
  objectives: string | null;
  legal_basis: string | null;
  participation: string | null;
  resources: string | null;
  sustainability: string | null;
  transfer_conditions: string | null;
}

/** A researcher's account of a city's experience. */
export interface CaseStudyTable extends CityExperience {
  method: string | null;
  research_period: string | null;
  limits: string | null;
  authors: string | null;
  /** Whether the city has checked the facts. */
  fact_check: "not-asked" | "asked" | "answered";
}
