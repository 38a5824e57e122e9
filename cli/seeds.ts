import { readSeeds } from "~seeds/read-seeds.server";
import { formatProblem, SeedError } from "~seeds/seed-error";

/**
 * `polylogue seeds check [FOLDER]`: reads and checks a seeds folder, prints each problem as `file:line message`.
 * @param args What stands behind `seeds check`.
 * @returns The exit code.
 */
export async function checkSeedsCommand(args: string[]): Promise<number> {
  const folder = args[0] ?? "seeds";
  try {
    const seeds = readSeeds(folder);
    const counts = Object.entries(seeds).map(([noun, items]) => `${items.length} ${words(noun)}`);
    console.log(`The seeds in ${folder} are sound: ${counts.join(", ")}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    for (const problem of error.problems) console.error(formatProblem(problem));
    console.error(`${error.problems.length} problem${error.problems.length === 1 ? "" : "s"} in ${folder}.`);
    return 1;
  }
}

/** `caseStudies` → `case studies` */
const words = (noun: string): string => noun.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
