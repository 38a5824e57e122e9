import { stringify } from "csv-stringify/sync";
import type { FieldValues } from "../contribution";
import { type FieldName, ruleOf } from "../contribution-fields";
import { readCodes, readRows } from "../field-value";
import { escapeFormula } from "./formula-escape";
import { columnName, columnsFor, type PracticeColumn, practiceFields } from "./practice-columns";

/** Says what the file is, to whoever reads it and to the import. */
export const jsonFormat = "polylogue-practices/1";

/** Practices as CSV for spreadsheets: a byte order mark, every value in quotes, formulas made harmless. */
export function practicesAsCsv(practices: readonly FieldValues[]): string {
  const columns = columnsFor((field) => Math.max(0, ...practices.map((one) => readRows(one[field] ?? "").length)));
  const rows = practices.map((practice) => columns.map((column) => escapeFormula(cellOf(practice, column))));
  return stringify([columns.map(columnName), ...rows], { bom: true, quoted: true, record_delimiter: "windows" });
}

function cellOf(practice: FieldValues, { field, line, cell }: PracticeColumn): string {
  const value = practice[field] ?? "";
  if (line !== undefined) return readRows(value)[line]?.[cell ?? ""] ?? "";
  return ruleOf(field).kind === "codes" ? readCodes(value).join("; ") : value;
}

/** Practices as JSON: texts, lists of codes, and tables as lists of objects. */
export const practicesAsJson = (practices: readonly FieldValues[]): string =>
  JSON.stringify({ format: jsonFormat, practices: practices.map(asObject) }, null, 2);

const asObject = (practice: FieldValues): Partial<Record<FieldName, unknown>> =>
  Object.fromEntries(
    practiceFields.map((field) => {
      const value = practice[field] ?? "";
      const { kind } = ruleOf(field);
      return [field, kind === "codes" ? readCodes(value) : kind === "rows" ? readRows(value) : value];
    }),
  );
