/** Where in the seeds something is wrong. */
export interface SeedProblem {
  file: string;
  /** From 1. */
  line: number;
  message: string;
}

/** The seeds cannot be used; `problems` holds all that was found, in the order of files and lines. */
export class SeedError extends Error {
  override name = "SeedError";

  constructor(readonly problems: SeedProblem[]) {
    const [first] = problems;
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
    super(first ? `${formatProblem(first)}${more}` : "The seeds cannot be used.");
  }
}

/** `seeds/cities.yaml:12 unknown country “XX”` */
export const formatProblem = ({ file, line, message }: SeedProblem): string => `${file}:${line} ${message}`;
