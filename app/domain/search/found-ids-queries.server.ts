import type { AnsweringEngine, SearchQuery } from "~search/port";
import { deepestResult } from "./search-params";

const perPage = 100;

/** The ids of what a search finds, page by page: who has enough asks for no more. */
export async function* eachFound(
  search: AnsweringEngine,
  query: SearchQuery,
  deepest: number = deepestResult,
): AsyncGenerator<string[]> {
  for (let page = 1; page <= deepest / perPage; page += 1) {
    const { hits } = await search.search({ ...query, page, perPage, countFacets: [] });
    yield hits.map(({ id }) => id);
    if (hits.length < perPage) return;
  }
}
