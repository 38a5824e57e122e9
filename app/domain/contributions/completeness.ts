import type { ContributionKind } from "~db/schema/contribution";
import type { FieldValues } from "./contribution";
import { type FieldName, fieldsOf, type Level, ruleOf } from "./contribution-fields";
import { countWords, isEmpty, readRows } from "./field-value";

/** What would make a contribution better: a field is empty, or says too little to be of use. */
export interface Improvement {
  /** `links`: what it links to. */
  field: FieldName | "links";
  level: Level;
  reason: "empty" | "short" | "unsourced" | "noTool" | "noNote";
  /** Of what is short: the words that it should have. */
  words?: number;
}

export interface Completeness {
  /** Of a hundred, by weight. */
  percent: number;
  /** Those that must be made come first. */
  improvements: Improvement[];
}

/** What a draft links to. */
interface LinkCounts {
  recommendations: number;
  tools: number;
  withoutNote: number;
}

const weights: Record<Level, number> = { must: 3, should: 2, could: 1 };
const levels: Level[] = ["must", "should", "could"];

/** Looks at each field by the level of its rule, and at the links: a must weighs three times a could. */
export function judgeCompleteness(kind: ContributionKind, values: FieldValues, links: LinkCounts): Completeness {
  let reached = 0;
  let possible = 0;
  const improvements = fieldsOf(kind).flatMap((field): Improvement[] => {
    const { level } = ruleOf(field);
    possible += weights[level];
    const improvement = improve(field, values[field] ?? "");
    // What is there counts, if it says too little by half.
    if (!improvement) reached += weights[level];
    else if (improvement.reason !== "empty") reached += weights[level] / 2;
    return improvement ? [improvement] : [];
  });
  for (const { level, reason, missing } of linkRules(links)) {
    possible += weights[level];
    if (missing) improvements.push({ field: "links", level, reason });
    else reached += weights[level];
  }
  improvements.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  return { percent: Math.floor((100 * reached) / possible), improvements };
}

/** A recommendation is what reviewers will ask for; a tool helps those who want to do the same, a note those who wonder why. */
const linkRules = ({ recommendations, tools, withoutNote }: LinkCounts) =>
  [
    { level: "should", reason: "empty", missing: recommendations === 0 },
    { level: "could", reason: "noTool", missing: tools === 0 },
    { level: "could", reason: "noNote", missing: withoutNote > 0 || recommendations + tools === 0 },
  ] as const;

function improve(field: FieldName, value: string): Improvement | undefined {
  const rule = ruleOf(field);
  if (isEmpty(value)) return { field, level: rule.level, reason: "empty" };
  if (rule.kind === "text" && rule.words !== undefined && countWords(value) < rule.words)
    return { field, level: "should", reason: "short", words: rule.words };
  if (field === "evidence" && readRows(value).some(({ source }) => isEmpty(source)))
    return { field, level: "should", reason: "unsourced" };
  return undefined;
}

/** The fields without which nothing is submitted. */
export const missingFields = (kind: ContributionKind, values: FieldValues): FieldName[] =>
  fieldsOf(kind).filter((field) => ruleOf(field).level === "must" && isEmpty(values[field]));
