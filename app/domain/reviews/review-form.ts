import { z } from "zod";
import { fieldsOf } from "~/domain/contributions/contribution-fields";
import type { FieldProblem } from "~/domain/contributions/contribution-form";
import { isTooDeep } from "~/domain/text/markdown-depth";
import type { ContributionKind } from "~db/schema/contribution";
import { changeKinds, recommendations } from "~db/schema/review";
import { type DraftChange, kindOfField, longestComment, mostChanges, reviewFieldsOf } from "./review-fields";
import type { Rubric } from "./rubric";

/** A field of the form as it was typed, in the shape in which it is stored, and the revision on which the person built. */
export interface GivenReviewField {
  field: string;
  value: string;
  base: number;
  problem?: FieldProblem;
}

const unwanted = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

const text = z
  .string()
  .max(longestComment)
  .refine((value) => !unwanted.test(value), "wrongCharacters")
  .refine((value) => !isTooDeep(value), "tooDeep");

const oneOf = (known: readonly string[]) => z.string().refine((value) => value === "" || known.includes(value));

interface Known {
  kind: ContributionKind;
  rubric: Rubric;
  /** The keys of the links that can be confirmed. */
  links: readonly string[];
}

function schemaOf(name: string, { kind, links }: Known) {
  if (name.startsWith("score.")) return oneOf(["1", "2", "3", "4", "5"]);
  if (name === "recommendation") return oneOf(recommendations);
  if (name === "links") return z.array(z.string().refine((key) => links.includes(key)));
  if (name === "changes")
    return z
      .array(z.object({ kind: oneOf(changeKinds), field: oneOf(fieldsOf(kind)), text }))
      .refine(({ length }) => length <= mostChanges, "tooMany");
  return text;
}

/** Reads the fields that come with their revision (`revision.strengths`), and no others; nothing is trimmed or mended. */
export function readGivenReview(form: FormData, known: Known): GivenReviewField[] {
  return reviewFieldsOf(known.rubric).flatMap((field) => {
    const base = form.get(`revision.${field}`);
    if (typeof base !== "string") return [];
    const given = readValue(form, field);
    const value = typeof given === "string" ? given : given.length === 0 ? "" : JSON.stringify(given);
    const { error } = schemaOf(field, known).safeParse(given);
    const problem = error && toProblem(error.issues[0]);
    return [{ field, value, base: /^\d{1,9}$/.test(base) ? Number(base) : 0, ...(problem && { problem }) }];
  });
}

const textsOf = (form: FormData, name: string) =>
  form.getAll(name).flatMap((value) => (typeof value === "string" ? [value.replace(/\r\n?/g, "\n")] : []));

function readValue(form: FormData, field: string): string | string[] | DraftChange[] {
  const kind = kindOfField(field);
  if (kind === "codes") return [...new Set(textsOf(form, field))].sort();
  if (kind !== "rows") return textsOf(form, field)[0] ?? "";
  const rows: DraftChange[] = [];
  // One more than allowed, so that too many are told from enough.
  for (let index = 0; index <= mostChanges; index++) {
    const cell = (name: string) => textsOf(form, `${field}.${index}.${name}`)[0] ?? "";
    const row = { kind: cell("kind"), field: cell("field"), text: cell("text") };
    // A kind alone, which the form may have chosen beforehand, says nothing.
    if (row.text !== "" || row.field !== "") rows.push(row);
  }
  return rows;
}

const said = new Set<string>(["wrongCharacters", "tooDeep", "tooMany"]);

function toProblem(issue: z.core.$ZodIssue | undefined): FieldProblem {
  if (issue?.code === "too_big") return { problem: "tooLong", max: Number(issue.maximum) };
  return said.has(issue?.message ?? "") ? { problem: issue?.message as FieldProblem["problem"] } : { problem: "wrong" };
}
