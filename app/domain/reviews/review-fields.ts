import { changeKinds, recommendations } from "~db/schema/review";
import type { ReviewContent } from "./review";
import type { Rubric } from "./rubric";

/** A field of the form of a review. Scores and comments are named after their criterion. */
export type ReviewFieldKind = "choice" | "text" | "codes" | "rows";

export const longestComment = 5000;
export const mostChanges = 30;

/** The names of all fields, in the order of the form. */
export const reviewFieldsOf = ({ criteria }: Pick<Rubric, "criteria">): string[] => [
  ...criteria.flatMap(({ key }) => [`score.${key}`, `comment.${key}`]),
  "strengths",
  "changes",
  "links",
  "confidential",
  "recommendation",
];

export const kindOfField = (name: string): ReviewFieldKind => {
  if (name.startsWith("score.") || name === "recommendation") return "choice";
  if (name === "changes") return "rows";
  return name === "links" ? "codes" : "text";
};

/** A line of the field `changes`: a change that the review will ask for. */
export interface DraftChange {
  kind: string;
  field: string;
  text: string;
}

const readJson = <T>(value: string | undefined): T[] => (value ? (JSON.parse(value) as T[]) : []);

export const readDraftChanges = (value: string | undefined): DraftChange[] => readJson(value);

/** What is stored, put together. */
export function toContent(values: Readonly<Record<string, string>>): ReviewContent {
  const named = (prefix: string) =>
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith(prefix) && value !== "" ? [[name.slice(prefix.length), value] as const] : [],
    );
  return {
    scores: Object.fromEntries(named("score.").map(([key, value]) => [key, Number(value)])),
    comments: Object.fromEntries(named("comment.")),
    strengths: values.strengths ?? "",
    confidential: values.confidential ?? "",
    recommendation: recommendations.find((one) => one === values.recommendation) ?? null,
    links: readJson(values.links),
  };
}

/** The fields that keep a review from being sent. */
export function missingInReview(rubric: Rubric, values: Readonly<Record<string, string>>): string[] {
  const { scores, recommendation } = toContent(values);
  const changes = readDraftChanges(values.changes);
  const unscored = rubric.criteria.flatMap(({ key }) => (scores[key] ? [] : [`score.${key}`]));
  const wantsChanges = recommendation === "minor" || recommendation === "major";
  const unsaid =
    (wantsChanges && changes.length === 0) ||
    changes.some(({ kind, text }) => text.trim() === "" || !changeKinds.some((known) => known === kind));
  return [...unscored, ...(recommendation ? [] : ["recommendation"]), ...(unsaid ? ["changes"] : [])];
}
