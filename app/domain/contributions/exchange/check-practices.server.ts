import { setImmediate as turn } from "node:timers/promises";
import type { TemplateTerms } from "../template-terms";
import type { CellError } from "./cell-error";
import { createJudge, type JudgedPractice } from "./judge-practices";
import { readPractices } from "./read-practices.server";

export interface CheckedPractices {
  practices: JudgedPractice[];
  /** In the file's order; with one of them nothing is imported. */
  errors: CellError[];
}

/** Reads and judges a file of practices; nothing is written. Others are answered meanwhile. */
export async function checkPractices(
  bytes: Buffer,
  terms: TemplateTerms,
  progress: (done: number, total: number) => void = () => {},
): Promise<CheckedPractices> {
  const read = await readPractices(bytes);
  const judge = createJudge(terms);
  const practices: JudgedPractice[] = [];
  const errors = [...read.errors];
  for (const [index, given] of read.practices.entries()) {
    if (index % 20 === 0) await turn();
    const judged = judge(given);
    practices.push(judged.practice);
    errors.push(...judged.errors);
    progress(index + 1, read.practices.length);
  }
  return { practices, errors: errors.sort((one, other) => one.row - other.row) };
}
