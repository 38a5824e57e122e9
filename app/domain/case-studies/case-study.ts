import type { ExperiencePage } from "~/domain/practices/practice";
import type { CaseStudyTable } from "~db/schema/practice";

/** The fields that a case study's page shows in this order; null reads "not documented". */
export const caseStudyFields = [
  "situation_before",
  "objectives",
  "what_was_done",
  "participation",
  "results",
  "enabling_factors",
  "challenges",
  "lessons_learned",
  "resources",
  "sustainability",
  "transfer_conditions",
  "building_blocks",
  "legal_basis",
  "method",
  "research_period",
  "research_sources",
  "limits",
  "ethics",
  "lead_body",
  "partners",
  "contact",
  "references",
] as const satisfies (keyof CaseStudyTable)[];
export type CaseStudyField = (typeof caseStudyFields)[number];

export interface CaseStudyPage extends ExperiencePage {
  factCheck: CaseStudyTable["fact_check"];
  fields: Record<CaseStudyField, string | null>;
}
