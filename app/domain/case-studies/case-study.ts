import type { ExperiencePage } from "~/domain/practices/practice";
import type { CaseStudyTable } from "~db/schema/practice";

/** The fields that a case study's page shows in this order; null reads "not documented". */
export const caseStudyFields = [
  "situation_before",
  "what_was_done",
  "results",
  "challenges",
  "lessons_learned",
  "method",
  "research_period",
  "limits",
  "lead_body",
  "partners",
  "authors",
] as const satisfies (keyof CaseStudyTable)[];
export type CaseStudyField = (typeof caseStudyFields)[number];

export interface CaseStudyPage extends ExperiencePage {
  factCheck: CaseStudyTable["fact_check"];
  fields: Record<CaseStudyField, string | null>;
}
