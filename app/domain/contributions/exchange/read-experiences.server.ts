import { Readable } from "node:stream";
import { parse } from "csv-parse";
import type { ContributionKind } from "~db/schema/contribution";
import type { CellError } from "./cell-error";
import { columnName, type ExperienceColumn, fieldNamed, readColumnName } from "./experience-columns";
import { unescapeFormula } from "./formula-escape";
import { fileNames } from "./write-experiences";

/** A practice or case study as a file gives it, before anything of it is judged. */
export interface GivenExperience {
  row: number;
  cells: { column: ExperienceColumn; name: string; value: unknown }[];
}

export interface ReadExperiences {
  experiences: GivenExperience[];
  errors: CellError[];
}

const mostAtOnce = 2_000;
const failed = (problem: CellError["problem"], more: Partial<CellError> = {}): ReadExperiences => ({
  experiences: [],
  errors: [{ row: 0, column: "", problem, ...more }],
});

/** Reads a file of practices or of case studies, CSV or JSON by what is in it. */
export async function readExperiences(bytes: Buffer, kind: ContributionKind): Promise<ReadExperiences> {
  if (bytes.subarray(0, 2).toString("latin1") === "PK") return failed("workbook");
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return failed("utf16");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return failed("windows1252");
  }
  if (text.includes("\0")) return failed("notText");
  if (text.trim() === "") return failed("noRows");
  return /^\s*[[{]/.test(text) ? readJson(text, kind) : readCsv(text, kind);
}

async function readCsv(text: string, kind: ContributionKind): Promise<ReadExperiences> {
  const parser = parse({ delimiter: delimiterOf(text), relax_column_count: true, max_record_size: 500_000 });
  // Piece by piece, so that others are answered meanwhile.
  Readable.from(piecesOf(text)).pipe(parser);
  const experiences: GivenExperience[] = [];
  const errors: CellError[] = [];
  let headings: { column: ExperienceColumn | undefined; name: string }[] | undefined;
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row++;
      if (!headings) {
        headings = readHeadings(record, kind, errors);
        continue;
      }
      if (record.every((cell) => cell === "")) continue;
      if (experiences.length >= mostAtOnce) {
        return { experiences, errors: [...errors, { row, column: "", problem: "tooManyRows", max: mostAtOnce }] };
      }
      const cells = headings.flatMap(({ column, name }, place) =>
        column ? [{ column, name, value: toText(record[place] ?? "") }] : [],
      );
      if (record.slice(headings.length).some((cell) => cell !== "")) {
        errors.push({ row, column: "", problem: "moreCells", max: headings.length });
      }
      experiences.push({ row, cells });
    }
  } catch {
    errors.push({ row: row + 1, column: "", problem: "quotes" });
  }
  if (experiences.length === 0 && errors.length === 0) return failed("noRows");
  return { experiences, errors };
}

function* piecesOf(text: string): Generator<string> {
  const size = 64 * 1024;
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** Whichever of the three stands most often in the line of headings: spreadsheets in many languages write semicolons. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const count = (sign: string) => line.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function readHeadings(record: string[], kind: ContributionKind, errors: CellError[]) {
  const seen = new Set<string>();
  return record.map((heading) => {
    const name = heading.trim();
    const column = readColumnName(kind, name);
    const known = column && columnName(column);
    // Spreadsheets save empty columns at the end.
    if (!column && name !== "") errors.push({ row: 1, column: shorten(name), problem: "unknownColumn" });
    if (known !== undefined && seen.has(known)) errors.push({ row: 1, column: known, problem: "columnTwice" });
    if (known !== undefined) seen.add(known);
    return { column, name };
  });
}

/** Line breaks as they are stored. */
const toText = (cell: string): string => unescapeFormula(cell.replace(/\r\n?/g, "\n"));

function readJson(text: string, kind: ContributionKind): ReadExperiences {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return failed("notJson", { given: error instanceof Error ? shorten(error.message) : "" });
  }
  const list = Array.isArray(parsed) ? parsed : isObject(parsed) ? parsed[fileNames[kind]] : undefined;
  if (!Array.isArray(list)) return failed("notJson", { given: fileNames[kind] });
  if (list.length === 0) return failed("noRows");
  if (list.length > mostAtOnce) return failed("tooManyRows", { max: mostAtOnce });
  const errors: CellError[] = [];
  const experiences = list.map((one: unknown, index): GivenExperience => {
    const row = index + 1;
    if (!isObject(one)) errors.push({ row, column: "", problem: "notText" });
    const cells = Object.entries(isObject(one) ? one : {}).flatMap(([name, value]) => {
      const field = fieldNamed(kind, name);
      if (!field) errors.push({ row, column: shorten(name), problem: "unknownColumn" });
      return field ? [{ column: { field }, name, value }] : [];
    });
    return { row, cells };
  });
  return { experiences, errors };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
