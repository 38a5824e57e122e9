import type { AnsweringEngine, SearchHit, SearchQuery } from "~search/port";
import { mostExported } from "./export-formats";

const perPage = 100;

/** All that a search finds, as far as it is exported, and how much there is. */
export async function collectHits(
  engine: AnsweringEngine,
  query: SearchQuery,
): Promise<{ total: number; hits: SearchHit[] }> {
  const hits: SearchHit[] = [];
  for (let page = 1; ; page += 1) {
    const found = await engine.search({ ...query, page, perPage, countFacets: [] });
    hits.push(...found.hits.slice(0, mostExported - hits.length));
    const { total } = found;
    if (found.hits.length < perPage || hits.length >= Math.min(total, mostExported)) return { total, hits };
  }
}
