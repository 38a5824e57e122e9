import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { caseStudySchema } from "./schemas/case-study";
import { citySchema } from "./schemas/city";
import { concordanceSchema } from "./schemas/concordance";
import { documentSchema } from "./schemas/document";
import { networkSchema } from "./schemas/network";
import { organisationSchema } from "./schemas/organisation";
import { practiceSchema } from "./schemas/practice";
import { thesaurusGroupSchema } from "./schemas/thesaurus";
import { toolSchema } from "./schemas/tool";
import { countrySchema, goalSchema, regionSchema, targetSchema, termSchema } from "./schemas/vocabulary";
import type { SeedProblem } from "./seed-error";
import { type Located, readEntry, readList } from "./seed-file.server";

/** The seeds of a folder, each entry with its place in the files. */
export type LocatedSeeds = ReturnType<typeof locateSeeds>;

/** Reads all files of a seeds folder, each entry by itself; problems are added to `problems`. */
export function locateSeeds(folder: string, problems: SeedProblem[]) {
  const file = list(folder, problems);
  const entries = directory(folder, problems);
  return {
    themes: file("vocabularies/themes.yaml", termSchema),
    rights: file("vocabularies/rights.yaml", termSchema),
    groups: file("vocabularies/groups.yaml", termSchema),
    goals: file("vocabularies/goals.yaml", goalSchema),
    targets: file("vocabularies/targets.yaml", targetSchema),
    regions: file("vocabularies/regions.yaml", regionSchema),
    countries: file("vocabularies/countries.yaml", countrySchema),
    cities: file("cities.yaml", citySchema),
    organisations: file("organisations.yaml", organisationSchema),
    networks: file("networks.yaml", networkSchema),
    documents: entries("documents", documentSchema),
    concordance: file("concordance.yaml", concordanceSchema),
    tools: entries("tools", toolSchema),
    practices: entries("practices", practiceSchema),
    caseStudies: entries("case-studies", caseStudySchema),
    thesaurus: file("thesaurus.yaml", thesaurusGroupSchema),
  };
}

/** Reads a file of the folder that holds a list. */
export const list =
  (folder: string, problems: SeedProblem[]) =>
  <Schema extends z.ZodType>(name: string, schema: Schema): Located<z.output<Schema>>[] => {
    const file = join(folder, name);
    if (existsSync(file)) return readList(file, schema, problems);
    problems.push({ file, line: 1, message: "the file is missing" });
    return [];
  };

/** Reads the files of a folder inside the folder, one entry in each, by name. */
const directory =
  (folder: string, problems: SeedProblem[]) =>
  <Schema extends z.ZodType>(name: string, schema: Schema): Located<z.output<Schema>>[] => {
    const path = join(folder, name);
    if (!existsSync(path)) {
      problems.push({ file: path, line: 1, message: "the folder is missing" });
      return [];
    }
    const files = readdirSync(path).filter((file) => !file.startsWith("."));
    for (const file of files.filter((file) => !file.endsWith(".yaml"))) {
      problems.push({ file: join(path, file), line: 1, message: "is no .yaml file, it would not be read" });
    }
    return files
      .filter((file) => file.endsWith(".yaml"))
      .sort()
      .flatMap((file) => readEntry(join(path, file), schema, problems));
  };
