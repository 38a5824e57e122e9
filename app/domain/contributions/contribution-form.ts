import { z } from "zod";
import { isTooDeep } from "~/domain/text/markdown-depth";
import {
  type FieldName,
  type FieldRule,
  isFieldName,
  longestCell,
  longestText,
  mostCodes,
  mostRows,
  ruleOf,
} from "./contribution-fields";
import { encodeList, type Row } from "./field-value";

/** What is wrong with a value: a text of the catalogues under `form`. */
export interface FieldProblem {
  problem:
    | "required"
    | "tooLong"
    | "wrong"
    | "wrongCharacters"
    | "tooDeep"
    | "cannotRender"
    | "tooMany"
    | "date"
    | "conflict";
  max?: number;
}

/** A field of a form: what was typed, in the shape in which it is stored, and the revision on which the person built. */
export interface GivenField {
  field: FieldName;
  value: string;
  base: number;
  problem?: FieldProblem;
}

// Control characters but for line breaks, and those that turn the direction of writing.
const unwanted = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;
const lineBreak = /[\n\u2028\u2029]/;

const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !unwanted.test(value) && !lineBreak.test(value), "wrongCharacters");

const isDate = (value: string) => {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return false;
  const full = `${value}-01-01`.slice(0, 10);
  const time = Date.parse(full);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(full) && Number(value.slice(0, 4)) >= 1900;
};

const date = z.string().refine((value) => value === "" || isDate(value), "date");
const choice = (known: ReadonlySet<string>) => z.string().refine((value) => value === "" || known.has(value));

/** Checks a field; `known` are the codes that it may hold. */
function schemaOf(rule: FieldRule, known: ReadonlySet<string>) {
  switch (rule.kind) {
    case "line":
      return line(rule.max);
    case "text":
      return z
        .string()
        .max(longestText)
        .refine((value) => !unwanted.test(value), "wrongCharacters")
        .refine((value) => !isTooDeep(value), "tooDeep");
    case "date":
      return date;
    case "choice":
      return choice(known);
    case "codes":
      return z
        .array(z.string().refine((code) => known.has(code)))
        .refine(({ length }) => length <= mostCodes, "tooMany");
    case "rows":
      return z
        .array(
          z.object(
            Object.fromEntries(
              rule.columns.map((column) => [
                column.name,
                column.kind === "date" ? date : column.choices ? choice(new Set(column.choices)) : line(longestCell),
              ]),
            ),
          ),
        )
        .refine(({ length }) => length <= mostRows, "tooMany");
  }
}

/** The values that a field of codes or a choice may hold. */
export type KnownCodes = (name: FieldName) => ReadonlySet<string>;

/**
 * Reads the fields of a form that come with their revision (`revision.title`), those of `names` and no others.
 * Nothing is trimmed or mended: what was typed stays, whether it is right or wrong.
 */
export function readGivenFields(form: FormData, names: readonly FieldName[], known: KnownCodes): GivenField[] {
  return names.flatMap((field) => {
    const base = form.get(`revision.${field}`);
    if (base === null || !isFieldName(field)) return [];
    const rule = ruleOf(field);
    const given = readValue(form, field, rule);
    const value = typeof given === "string" ? given : encodeList(given);
    const problem = judgeValue(field, given, known(field));
    return [{ field, value, base: toRevision(base), ...(problem && { problem }) }];
  });
}

/** A value before it is brought into the shape in which it is stored. */
export type GivenValue = string | string[] | Row[];

// Making a schema takes longer than using it, which counts where thousands of values are judged.
const schemas = new WeakMap<ReadonlySet<string>, Map<FieldName, ReturnType<typeof schemaOf>>>();

/** What is wrong with a value, by the rules of its field; `known` are the codes that it may hold. */
export function judgeValue(field: FieldName, given: GivenValue, known: ReadonlySet<string>): FieldProblem | undefined {
  const made = schemas.get(known) ?? new Map();
  const schema = made.get(field) ?? schemaOf(ruleOf(field), known);
  schemas.set(known, made.set(field, schema));
  const { error } = schema.safeParse(given);
  return error && toProblem(error.issues[0]);
}

const textsOf = (form: FormData, name: string) =>
  form.getAll(name).flatMap((value) => (typeof value === "string" ? [value.replace(/\r\n?/g, "\n")] : []));

function readValue(form: FormData, field: FieldName, rule: FieldRule): GivenValue {
  if (rule.kind === "codes") return [...new Set(textsOf(form, field))].sort();
  if (rule.kind !== "rows") return textsOf(form, field)[0] ?? "";
  const rows: Row[] = [];
  // One more than allowed, so that too many are told from enough.
  for (let index = 0; index <= mostRows; index++) {
    const cells = rule.columns.map(({ name }) => [name, textsOf(form, `${field}.${index}.${name}`)[0] ?? ""]);
    if (cells.some(([, cell]) => cell !== "")) rows.push(Object.fromEntries(cells));
  }
  return rows;
}

const toRevision = (base: FormDataEntryValue): number =>
  typeof base === "string" && /^\d{1,9}$/.test(base) ? Number(base) : 0;

const custom = new Set<string>(["wrongCharacters", "tooDeep", "tooMany", "date"]);

function toProblem(issue: z.core.$ZodIssue | undefined): FieldProblem {
  if (issue?.code === "too_big") return { problem: "tooLong", max: Number(issue.maximum) };
  return custom.has(issue?.message ?? "")
    ? { problem: issue?.message as FieldProblem["problem"] }
    : { problem: "wrong" };
}
