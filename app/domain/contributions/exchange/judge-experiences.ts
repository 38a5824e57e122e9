import { closest, distance } from "fastest-levenshtein";
import type { ContributionKind } from "~db/schema/contribution";
import { type FieldName, fieldsOf, mostRows, ruleOf } from "../contribution-fields";
import { type GivenValue, judgeValue } from "../contribution-form";
import { encodeList, type Row } from "../field-value";
import { knownCodes, type TemplateTerms, termsFor } from "../template-terms";
import type { CellError } from "./cell-error";
import type { GivenExperience } from "./read-experiences.server";

/** A practice or case study that can be saved: the values of its fields as they are stored. */
export type JudgedExperience = Partial<Record<FieldName, string>>;

const noCodes: ReadonlySet<string> = new Set();

/** Judges practices or case studies one by one, by the rules of the editor's own form. */
export function createJudge(terms: TemplateTerms, kind: ContributionKind) {
  const fields = fieldsOf(kind);
  const codes = new Map(fields.map((field) => [field, knownCodes(terms, field)]));
  const names = new Map(fields.map((field) => [field, namesOf(terms, field)]));
  const known = (field: FieldName) => codes.get(field) ?? new Set<string>();

  /** The code that a cell means: itself in whatever case, or a name of it in one of the three languages. */
  const toCode = (field: FieldName, text: string): string => {
    const trimmed = text.trim();
    return known(field).has(trimmed) ? trimmed : (names.get(field)?.get(trimmed.toLowerCase()) ?? trimmed);
  };

  return function judge(
    { row, cells }: GivenExperience,
    needsTitle = true,
  ): { experience: JudgedExperience; errors: CellError[] } {
    const errors: CellError[] = [];
    const add = (column: string, error: Partial<CellError> & Pick<CellError, "problem">) =>
      errors.push({ row, column, ...error });
    const values = new Map<FieldName, GivenValue>();
    const rows = new Map<FieldName, Row[]>();

    for (const { column, name, value } of cells) {
      const { field, line, cell } = column;
      const rule = ruleOf(field);
      if (rule.kind === "rows") {
        const lines =
          line === undefined
            ? readLines(value)
            : typeof value === "string"
              ? { [line]: { [cell ?? ""]: value } }
              : null;
        if (!lines) add(name, { problem: "notText" });
        const stands = rows.get(field) ?? [];
        for (const [place, given] of Object.entries(lines ?? {}))
          stands[Number(place)] = { ...stands[Number(place)], ...given };
        rows.set(field, stands);
      } else if (rule.kind === "codes") {
        const given = Array.isArray(value) ? value : typeof value === "string" ? value.split(/[;\n]/) : [null];
        if (!given.every((code): code is string => typeof code === "string")) add(name, { problem: "notText" });
        const list = given.flatMap((code) => (typeof code === "string" && code.trim() ? [toCode(field, code)] : []));
        for (const code of list) if (!known(field).has(code)) add(name, unknownCode(field, code, known(field)));
        values.set(field, [...new Set(list)].sort());
      } else if (typeof value !== "string") add(name, { problem: "notText" });
      else if (rule.kind === "choice") {
        const code = toCode(field, value);
        if (code !== "" && !known(field).has(code)) add(name, unknownCode(field, code, known(field)));
        values.set(field, code);
      } else values.set(field, rule.kind === "date" ? value.trim() : value);
    }
    for (const [field, lines] of rows) values.set(field, toRows(field, lines, add));

    const experience: JudgedExperience = {};
    for (const [field, value] of values) {
      const wrongAlready = errors.some(({ column }) => column === field || column.startsWith(`${field}.`));
      const problem = wrongAlready ? undefined : judgeValue(field, value, known(field));
      if (problem) add(field, { problem: problem.problem as CellError["problem"], max: problem.max });
      experience[field] = typeof value === "string" ? value : encodeList(value);
    }
    if (needsTitle && !experience.title?.trim() && !errors.some(({ column }) => column === "title"))
      add("title", { problem: "required" });
    return { experience, errors };
  };
}

function namesOf(terms: TemplateTerms, field: FieldName): Map<string, string> {
  const names = new Map<string, string>();
  for (const code of knownCodes(terms, field)) names.set(code.toLowerCase(), code);
  for (const { code, label } of termsFor(terms, field))
    for (const name of Object.values(label)) if (typeof name === "string") names.set(name.toLowerCase(), code);
  return names;
}

function unknownCode(field: FieldName, given: string, known: ReadonlySet<string>) {
  const near = known.size > 0 ? closest(given.toLowerCase(), [...known]) : undefined;
  const meant =
    near !== undefined && distance(given.toLowerCase(), near) <= Math.max(2, given.length / 3) ? near : undefined;
  return {
    problem: field === "city" ? ("unknownCity" as const) : ("unknownCode" as const),
    given: given.slice(0, 60),
    ...(meant === undefined ? {} : { meant }),
  };
}

/** The lines of a table in JSON. */
function readLines(value: unknown): Record<number, Row> | null {
  if (!Array.isArray(value)) return null;
  const fine = value.every(
    (line) =>
      typeof line === "object" &&
      line !== null &&
      !Array.isArray(line) &&
      Object.values(line).every((cell) => typeof cell === "string"),
  );
  return fine ? Object.fromEntries(value.slice(0, mostRows + 1).map((line: Row, place) => [place, line])) : null;
}

/** Lines with every cell, those that are empty left out; each cell judged by itself, so that the one at fault is named. */
function toRows(
  field: FieldName,
  lines: (Row | undefined)[],
  add: (column: string, error: Pick<CellError, "problem" | "max">) => void,
): Row[] {
  const rule = ruleOf(field);
  if (rule.kind !== "rows") return [];
  const empty = Object.fromEntries(rule.columns.map(({ name }) => [name, ""]));
  const rows: Row[] = [];
  for (const [place, line] of [...lines].entries()) {
    for (const [name, cell] of Object.entries(line ?? {})) {
      const column = `${field}.${place + 1}.${name}`;
      if (!Object.hasOwn(empty, name)) add(column, { problem: "unknownColumn" });
      else if (cell !== "") {
        const problem = judgeValue(field, [{ ...empty, [name]: cell }], noCodes);
        if (problem) add(column, { problem: problem.problem as CellError["problem"], max: problem.max });
      }
    }
    if (line && Object.values(line).some((cell) => cell !== "")) rows.push({ ...empty, ...line });
  }
  return rows;
}
