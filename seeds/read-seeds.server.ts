import { existsSync } from "node:fs";
import { checkReferences } from "./check-references.server";
import { checkThesaurus } from "./check-thesaurus";
import { type LocatedSeeds, list, locateSeeds } from "./locate-seeds.server";
import { type ThesaurusGroup, thesaurusGroupSchema } from "./schemas/thesaurus";
import { SeedError, type SeedProblem } from "./seed-error";
import { type Located, readList } from "./seed-file.server";

/** The seeds of a folder, checked: every reference leads somewhere. */
export type Seeds = { [Noun in keyof LocatedSeeds]: NonNullable<LocatedSeeds[Noun][number]["value"]>[] };

/**
 * Reads and checks all files of a seeds folder.
 * @throws SeedError with everything that is wrong in them.
 */
export function readSeeds(folder: string): Seeds {
  const problems: SeedProblem[] = [];
  mustExist(folder);
  const located = locateSeeds(folder, problems);
  checkReferences(located, problems);
  checkThesaurus(located.thesaurus, problems);
  throwIfAny(problems);
  return {
    themes: values(located.themes),
    rights: values(located.rights),
    groups: values(located.groups),
    goals: values(located.goals),
    targets: values(located.targets),
    regions: values(located.regions),
    countries: values(located.countries),
    cities: values(located.cities),
    organisations: values(located.organisations),
    networks: values(located.networks),
    documents: values(located.documents),
    concordance: values(located.concordance),
    tools: values(located.tools),
    practices: values(located.practices),
    caseStudies: values(located.caseStudies),
    thesaurus: values(located.thesaurus),
  };
}

/**
 * Reads the thesaurus alone: plain data for the search engine.
 * @throws SeedError with everything that is wrong in it.
 */
export function readThesaurus(folder: string): ThesaurusGroup[] {
  const problems: SeedProblem[] = [];
  mustExist(folder);
  const groups = list(folder, problems)("thesaurus.yaml", thesaurusGroupSchema);
  checkThesaurus(groups, problems);
  throwIfAny(problems);
  return values(groups);
}

/**
 * Reads a thesaurus of an installation's own: as that of the seeds, but it may be absent.
 * @throws SeedError with everything that is wrong in it.
 */
export function readThesaurusFile(file: string): ThesaurusGroup[] {
  if (!existsSync(file)) return [];
  const problems: SeedProblem[] = [];
  const groups = readList(file, thesaurusGroupSchema, problems);
  checkThesaurus(groups, problems);
  throwIfAny(problems);
  return values(groups);
}

const values = <Value>(located: Located<Value>[]): Value[] =>
  located.flatMap(({ value }) => (value === undefined ? [] : [value]));

function throwIfAny(problems: SeedProblem[]): void {
  if (problems.length === 0) return;
  throw new SeedError(problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)));
}

function mustExist(folder: string): void {
  if (!existsSync(folder)) throw new SeedError([{ file: folder, line: 1, message: "the seeds folder is missing" }]);
}
