import { closingFields, type ExperiencePage, toldFields } from "~/domain/practices/practice";
import type { CaseStudyTable } from "~db/schema/practice";

/** The fields that a case study's page shows in this order; null reads "not documented". */
export const caseStudyFields = [
  ...toldFields,
  "method",
  "research_period",
  "research_sources",
  "limits",
  "ethics",
  ...closingFields,
] as const satisfies (keyof CaseStudyTable)[];
export type CaseStudyField = (typeof caseStudyFields)[number];

export interface CaseStudyPage extends ExperiencePage {
  factCheck: CaseStudyTable["fact_check"];
  fields: Record<CaseStudyField, string | null>;
}
