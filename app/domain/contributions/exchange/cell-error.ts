import type { FieldProblem } from "../contribution-form";

/** What is to be mended in a file: a text of the catalogues under `importProblem`. */
export interface CellError {
  /** As a spreadsheet counts: the headings are row 1. In JSON, the practice's place in the list; 0: the file as a whole. */
  row: number;
  /** As the file names it; empty: the whole row. */
  column: string;
  problem:
    | Exclude<FieldProblem["problem"], "conflict" | "cannotRender">
    | "unknownColumn"
    | "columnTwice"
    | "unknownCode"
    | "unknownCity"
    | "moreCells"
    | "quotes"
    | "notText"
    | "noRows"
    | "tooManyRows"
    | "notJson"
    | "utf16"
    | "windows1252"
    | "workbook"
    | "tooLarge";
  /** What stands there, shortened. */
  given?: string;
  max?: number;
  /** What may have been meant. */
  meant?: string;
}
