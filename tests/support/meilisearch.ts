import { inject } from "vitest";
import { type MeilisearchOptions, type RunningMeilisearch, runMeilisearch } from "./meilisearch-server";

const found = inject("meilisearch");

/** Whether there is any server to test on: `describe.skipIf(!hasMeilisearch)`. */
export const hasMeilisearch = !("missing" in found);
/** Whether a server can be started and killed at will; false when all there is is one that runs elsewhere. */
export const canStartMeilisearch = "program" in found;

/**
 * A server of this test's own. The caller stops it; one left over ends with the process.
 * @throws Error when there is no program to run: ask `canStartMeilisearch` first.
 */
export function startMeilisearch(options?: MeilisearchOptions): Promise<RunningMeilisearch> {
  if (!("program" in found)) throw new Error("there is no Meilisearch to start");
  return runMeilisearch(found.program, options);
}

/** A server to fill and ask, nothing more: one of our own, or the one at MEILI_URL. */
export async function useMeilisearch(): Promise<Pick<RunningMeilisearch, "url" | "key" | "stop">> {
  if ("url" in found) return { ...found, stop: async () => undefined };
  return startMeilisearch();
}
