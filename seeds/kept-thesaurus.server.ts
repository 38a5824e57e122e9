import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readThesaurus } from "./read-seeds.server";
import type { ThesaurusGroup } from "./schemas/thesaurus";

/** Rises when what is read of the file changes. */
const format = 1;

/**
 * The thesaurus of the seeds as it was read before, from the file `kept`, while its source is the same: reading YAML with the line of each
 * term takes a quarter of a start.
 * @throws SeedError with everything that is wrong in it.
 */
export function readThesaurusOnce(folder: string, kept: string): ThesaurusGroup[] {
  const source = join(folder, "thesaurus.yaml");
  if (!existsSync(source)) return readThesaurus(folder);
  const hash = createHash("sha256").update(`${format} `).update(readFileSync(source)).digest("hex");
  const known = readKept(kept);
  if (known?.hash === hash) return known.groups;
  const groups = readThesaurus(folder);
  keep(kept, JSON.stringify({ hash, groups }));
  return groups;
}

function readKept(file: string): { hash: string; groups: ThesaurusGroup[] } | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Not there yet, or cut off: it is written again.
    return null;
  }
}

function keep(file: string, text: string): void {
  try {
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // On a full disk the next start takes its time again.
  }
}
