import type { ContributionKind } from "~db/schema/contribution";
import type { Vocabulary } from "~db/schema/vocabulary";

/** Must: without it nothing is submitted. Should: reviewers will ask for it. Could: it helps others. */
export type Level = "must" | "should" | "could";
export const sections = ["snapshot", "place", "process", "evidence", "learning", "research", "use"] as const;
export type Section = (typeof sections)[number];

export interface TableColumn {
  name: string;
  kind: "line" | "date" | "choice";
  choices?: readonly string[];
}

type Kind =
  | { kind: "line"; max: number }
  /** Markdown. Fewer words than `words` are a beginning. */
  | { kind: "text"; words?: number }
  /** As exact as it is known: a year, a month or a day. */
  | { kind: "date" }
  | { kind: "choice"; choices: readonly string[] | "city"; initial?: string }
  | { kind: "codes"; vocabulary: Vocabulary }
  | { kind: "rows"; columns: readonly TableColumn[] };

export type FieldRule = Kind & { section: Section; level: Level; only?: ContributionKind };

/** The most characters of a text, so that it is read and stays quick to render. */
export const longestText = 10_000;
export const longestCell = 300;
export const mostRows = 40;
export const mostCodes = 40;

const line = (section: Section, level: Level, max: number) => ({ kind: "line", section, level, max }) as const;
const text = (section: Section, level: Level, words?: number) => ({ kind: "text", section, level, words }) as const;
const research = (level: Level, words?: number) =>
  ({ kind: "text", section: "research", level, words, only: "case-study" }) as const;
const codes = (level: Level, vocabulary: Vocabulary, section: Section = "place") =>
  ({ kind: "codes", section, level, vocabulary }) as const;

/**
 * The template of practices and case studies, in its order: the one place that says what a field is. Its heading, what is wanted
 * and an example stand in the catalogues under `template`.
 */
const declared = {
  title: line("snapshot", "must", 200),
  pitch: line("snapshot", "must", 280),
  city: { kind: "choice", section: "snapshot", level: "must", choices: "city" },
  lead_body: line("snapshot", "must", 200),
  contact: line("snapshot", "must", 200),
  started: { kind: "date", section: "snapshot", level: "must" },
  ended: { kind: "date", section: "snapshot", level: "could" },
  stage: {
    kind: "choice",
    section: "snapshot",
    level: "must",
    choices: ["planned", "ongoing", "completed", "discontinued"],
  },
  themes: codes("must", "theme", "snapshot"),
  situation_before: text("snapshot", "must", 30),
  what_was_done: text("snapshot", "must", 60),
  results: text("snapshot", "must", 30),
  rights: codes("should", "right"),
  groups: codes("should", "group"),
  targets: codes("should", "target"),
  legal_basis: text("place", "should"),
  objectives: text("process", "should"),
  participation: text("process", "should", 30),
  budget: {
    kind: "choice",
    section: "process",
    level: "could",
    choices: ["none", "under-10k", "10k-100k", "100k-1m", "over-1m"],
  },
  staff: line("process", "could", 200),
  partners: {
    kind: "rows",
    section: "process",
    level: "could",
    columns: [
      { name: "partner", kind: "line" },
      { name: "support", kind: "choice", choices: ["financial", "technical", "in-kind", "political", "knowledge"] },
      { name: "contribution", kind: "line" },
    ],
  },
  evidence: {
    kind: "rows",
    section: "evidence",
    level: "should",
    columns: [
      { name: "indicator", kind: "line" },
      { name: "baseline", kind: "line" },
      { name: "value", kind: "line" },
      { name: "date", kind: "date" },
      { name: "source", kind: "line" },
    ],
  },
  enabling_factors: text("learning", "should"),
  challenges: text("learning", "should", 30),
  sustainability: text("learning", "should"),
  lessons_learned: text("learning", "should", 30),
  transfer_conditions: text("learning", "should"),
  building_blocks: text("learning", "could"),
  method: research("must", 30),
  research_period: { ...line("research", "must", 100), only: "case-study" },
  sources: research("must"),
  limits: research("should"),
  ethics: research("should"),
  references: text("use", "could"),
  licence: {
    kind: "choice",
    section: "use",
    level: "must",
    choices: ["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"],
    initial: "CC-BY-4.0",
  },
  language: {
    kind: "choice",
    section: "use",
    level: "must",
    choices: ["en", "fr", "es", "pt", "de", "it", "nl", "ca", "ar", "ko", "ja", "zh", "id", "mn", "ne", "lv", "uk"],
    initial: "en",
  },
} as const satisfies Record<string, FieldRule>;

export type FieldName = keyof typeof declared;
export const fieldNames = Object.keys(declared) as FieldName[];
export type StageChoice = (typeof declared.stage.choices)[number];
export type BudgetBand = (typeof declared.budget.choices)[number];
export type Support = (typeof declared.partners.columns)[1]["choices"][number];
export type ColumnName =
  | (typeof declared.partners.columns)[number]["name"]
  | (typeof declared.evidence.columns)[number]["name"];
export const contentLanguages = declared.language.choices;

export const ruleOf = (name: FieldName): FieldRule => declared[name];
export const isFieldName = (name: string): name is FieldName => Object.hasOwn(declared, name);

/** The fields of a kind, in their order. */
export const fieldsOf = (kind: ContributionKind): FieldName[] =>
  fieldNames.filter((name) => (ruleOf(name).only ?? kind) === kind);

/** The most characters that a field takes, where a person can count them. */
export function longestOf(name: FieldName): number | undefined {
  const rule = ruleOf(name);
  return rule.kind === "line" ? rule.max : rule.kind === "text" ? longestText : undefined;
}
