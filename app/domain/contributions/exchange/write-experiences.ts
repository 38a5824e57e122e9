import { stringify } from "csv-stringify/sync";
import type { ContributionKind } from "~db/schema/contribution";
import type { FieldValues } from "../contribution";
import { type FieldName, fieldsOf, ruleOf } from "../contribution-fields";
import { readCodes, readRows } from "../field-value";
import { columnName, columnsFor, type ExperienceColumn } from "./experience-columns";
import { escapeFormula } from "./formula-escape";

/** What a file of each kind is called, and the list in it: it says what it is, to whoever reads it and to the import. */
export const fileNames = { practice: "practices", "case-study": "case-studies" } as const;

/** Practices or case studies as CSV for spreadsheets: a byte order mark, every value in quotes, formulas made harmless. */
export function experiencesAsCsv(kind: ContributionKind, experiences: readonly FieldValues[]): string {
  const columns = columnsFor(kind, (field) =>
    Math.max(0, ...experiences.map((one) => readRows(one[field] ?? "").length)),
  );
  const rows = experiences.map((experience) => columns.map((column) => escapeFormula(cellOf(experience, column))));
  return stringify([columns.map(columnName), ...rows], { bom: true, quoted: true, record_delimiter: "windows" });
}

function cellOf(experience: FieldValues, { field, line, cell }: ExperienceColumn): string {
  const value = experience[field] ?? "";
  if (line !== undefined) return readRows(value)[line]?.[cell ?? ""] ?? "";
  return ruleOf(field).kind === "codes" ? readCodes(value).join("; ") : value;
}

/** Practices or case studies as JSON: texts, lists of codes, and tables as lists of objects. */
export function experiencesAsJson(kind: ContributionKind, experiences: readonly FieldValues[]): string {
  const name = fileNames[kind];
  return JSON.stringify(
    { format: `polylogue-${name}/1`, [name]: experiences.map((one) => asObject(kind, one)) },
    null,
    2,
  );
}

const asObject = (kind: ContributionKind, experience: FieldValues): Partial<Record<FieldName, unknown>> =>
  Object.fromEntries(
    fieldsOf(kind).map((field) => {
      const value = experience[field] ?? "";
      const rule = ruleOf(field).kind;
      return [field, rule === "codes" ? readCodes(value) : rule === "rows" ? readRows(value) : value];
    }),
  );
