import { setImmediate as turn } from "node:timers/promises";
import type { ContributionKind } from "~db/schema/contribution";
import type { TemplateTerms } from "../template-terms";
import type { CellError } from "./cell-error";
import { createJudge, type JudgedExperience } from "./judge-experiences";
import { readExperiences } from "./read-experiences.server";

export interface CheckedExperiences {
  experiences: JudgedExperience[];
  /** In the file's order; with one of them nothing is imported. */
  errors: CellError[];
}

export type Progress = (done: number, total: number) => void;

/** Reads and judges a file of practices or of case studies; nothing is written. Others are answered meanwhile. */
export async function checkExperiences(
  bytes: Buffer,
  { kind, terms }: { kind: ContributionKind; terms: TemplateTerms },
  progress: Progress = () => {},
): Promise<CheckedExperiences> {
  const read = await readExperiences(bytes, kind);
  const judge = createJudge(terms, kind);
  const experiences: JudgedExperience[] = [];
  const errors = [...read.errors];
  for (const [index, given] of read.experiences.entries()) {
    if (index % 20 === 0) await turn();
    const judged = judge(given);
    experiences.push(judged.experience);
    errors.push(...judged.errors);
    progress(index + 1, read.experiences.length);
  }
  return { experiences, errors: errors.sort((one, other) => one.row - other.row) };
}
