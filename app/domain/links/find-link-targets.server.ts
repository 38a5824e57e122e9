import type { Db } from "~db/client.server";
import type { AnsweringEngine } from "~search/port";
import type { FoundTarget } from "./contribution-link";
import { referencesById } from "./contribution-link-queries.server";

const shown = 10;
export const targetKinds = ["provision", "tool"] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Searches what can be linked to, with the search that readers have. */
export async function findLinkTargets(
  { search, readDb }: { search: AnsweringEngine; readDb: Db },
  { text, kinds, language }: { text: string; kinds: readonly TargetKind[]; language: string },
): Promise<FoundTarget[]> {
  const { hits } = await search.search({
    text,
    filters: { type: [...kinds] },
    sort: "relevance",
    page: 1,
    perPage: shown,
    language,
    countFacets: [],
  });
  const references = await referencesById(
    readDb,
    hits.map(({ id }) => id),
  );
  return hits.flatMap(({ id, extract }) => {
    const entry = references.get(id);
    return entry ? [{ entry, extract }] : [];
  });
}
