import type { Row } from "~/domain/contributions/field-value";
import type { ContributionFile } from "~/domain/files/file";
import type { LinkView } from "~/domain/links/link";
import type { Credits, VersionContent, VersionLine } from "~/domain/publication/version";
import type { Label, TermsByVocabulary } from "~/domain/vocabularies/vocabulary";
import type { PracticeTable, ReviewStatus, Stage } from "~db/schema/practice";

/** The city of a practice or case study, as its lines and pages name it. */
export interface CityLine {
  id: string;
  name: Label;
  country: { code: string; label: Label };
}

/** A practice or case study as a line of a list. */
export interface ExperienceLine {
  id: string;
  kind: "practice" | "case-study";
  title: string;
  summary: string | null;
  language: string;
  city: CityLine;
  year: number;
  reviewStatus: ReviewStatus;
  tools: { id: string; title: string }[];
}

/** What the pages of practices and case studies share. */
export interface ExperiencePage extends Omit<ExperienceLine, "tools"> {
  stage: Stage;
  started: string | null;
  ended: string | null;
  licence: string;
  terms: TermsByVocabulary;
  links: LinkView[];
  sources: {
    id: string;
    eid: string;
    label: string | null;
    shortTitle: string;
    text: string | null;
    summary: string | null;
  }[];
  budget: string | null;
  staff: string | null;
  evidence: Row[];
  partnerRows: Row[];
  files: ContributionFile[];
  cityCheck: VersionContent["factCheck"];
  version: ShownVersion;
  updatedAt: string;
}

/** Which version a page shows, who is credited for it, and which others there are, the newest first. */
export interface ShownVersion extends VersionLine {
  credits: Credits;
  versions: VersionLine[];
}

/** What practices and case studies tell first, in this order. */
export const toldFields = [
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
] as const;
/** And last. */
export const closingFields = ["lead_body", "partners", "contact", "references"] as const;

/** The fields that a practice's page shows in this order; null reads "not documented". */
export const practiceFields = [...toldFields, ...closingFields] as const satisfies (keyof PracticeTable)[];
export type PracticeField = (typeof practiceFields)[number];

export interface PracticePage extends ExperiencePage {
  depth: PracticeTable["depth"];
  fields: Record<PracticeField, string | null>;
}
