import type { ContributionKind } from "~db/schema/contribution";
import { type FieldName, fieldsOf, isFieldName, mostRows, ruleOf } from "../contribution-fields";

/** A column of the table: a field, or a cell of one of the lines of a field that is a table itself. */
export interface ExperienceColumn {
  field: FieldName;
  /** From 0. */
  line?: number;
  cell?: string;
}

/** So many lines of each table stand in the template. */
const linesInTemplate = 3;

/** `title`, or `evidence.1.indicator`. */
export const columnName = ({ field, line, cell }: ExperienceColumn): string =>
  line === undefined ? field : `${field}.${line + 1}.${cell}`;

/** The columns of a file; `lines` says how many each table needs. */
export const columnsFor = (kind: ContributionKind, lines: (field: FieldName) => number = () => 0): ExperienceColumn[] =>
  fieldsOf(kind).flatMap((field): ExperienceColumn[] => {
    const rule = ruleOf(field);
    if (rule.kind !== "rows") return [{ field }];
    const count = Math.max(linesInTemplate, lines(field));
    return Array.from({ length: count }, (_, line) =>
      rule.columns.map(({ name }) => ({ field, line, cell: name })),
    ).flat();
  });

/** The field that a file in JSON names. */
export const fieldNamed = (kind: ContributionKind, name: string): FieldName | undefined =>
  fieldsOf(kind).find((field) => field === name);

/** The column that a heading names, in whatever case; undefined: there is none such. */
export function readColumnName(kind: ContributionKind, heading: string): ExperienceColumn | undefined {
  const [field = "", line, cell, ...more] = heading.trim().toLowerCase().split(".");
  if (!isFieldName(field) || !fieldNamed(kind, field) || more.length > 0) return undefined;
  const rule = ruleOf(field);
  if (rule.kind !== "rows") return line === undefined ? { field } : undefined;
  // One line more than allowed is told from a heading that is wrong.
  const number = /^[1-9]\d?$/.test(line ?? "") ? Number(line) : 0;
  if (number === 0 || number > mostRows + 1 || !rule.columns.some(({ name }) => name === cell)) return undefined;
  return { field, line: number - 1, cell };
}
