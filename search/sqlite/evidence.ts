import { evidenceLevels } from "~db/schema/link";
import type { SearchEntry } from "../port";

/** From 0, no evidence, to the strongest level. */
export function evidenceOf(entry: SearchEntry): number {
  return Math.max(0, ...entry.facets.evidence.map((level) => (evidenceLevels as readonly string[]).indexOf(level) + 1));
}
