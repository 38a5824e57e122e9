import { type FieldName, ruleOf } from "./contribution-fields";

/** A line of a field that is a table, by the column's name. */
export type Row = Record<string, string>;

/** A list of codes as it is stored; the empty list is the empty text, as in every other field. */
export const encodeList = (list: readonly (string | Row)[]): string => (list.length === 0 ? "" : JSON.stringify(list));

const readList = (value: string): unknown[] => (value === "" ? [] : (JSON.parse(value) as unknown[]));

export const readCodes = (value: string): string[] => readList(value) as string[];
export const readRows = (value: string): Row[] => readList(value) as Row[];

export const isEmpty = (value: string | undefined): boolean => value === undefined || value.trim() === "";

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** A value as text that can be read and compared: a table has a line for each row, a list one for each code. */
export function readableValue(name: FieldName, value: string, label = (code: string) => code): string {
  switch (ruleOf(name).kind) {
    case "codes":
      return readCodes(value).map(label).join("\n");
    case "rows":
      return readRows(value)
        .map((row) => Object.values(row).filter(Boolean).map(label).join(" · "))
        .join("\n");
    case "choice":
      return value && label(value);
    default:
      return value;
  }
}
