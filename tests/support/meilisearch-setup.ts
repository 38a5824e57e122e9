import type { TestProject } from "vitest/node";
import { type FoundMeilisearch, findMeilisearch } from "./meilisearch-program";

declare module "vitest" {
  export interface ProvidedContext {
    meilisearch: FoundMeilisearch;
  }
}

/** Finds the server that tests run on, once for all files. Says so in one line when there is none; in CI that is an error. */
export default async function setup(project: TestProject): Promise<void> {
  const found = await findMeilisearch();
  project.provide("meilisearch", found);
  if (!("missing" in found)) return;
  const line = `The tests on a real Meilisearch are skipped: ${found.missing}.`;
  if (process.env.CI && process.env.MEILISEARCH_OPTIONAL !== "1") throw new Error(line);
  console.log(line);
}
