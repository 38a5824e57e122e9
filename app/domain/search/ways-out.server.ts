import type { FacetName, SearchEngine, SearchHit, SearchQuery } from "~search/port";

/** What to offer where a search found nothing, so that no search is a dead end. */
export interface WaysOut {
  /** The same search without one of its filters, where that finds something. */
  fewerFilters: { facet: FacetName; value: string; total: number }[];
  /** How much the words find without any filter. */
  withoutFilters: number;
  tools: Pick<SearchHit, "id" | "title" | "url" | "language">[];
}

// A reader tries one or two of them; each costs a search.
const triedFilters = 8;

/** Looks for fewer filters that find something, and for tools that some of the words name. */
export async function findWaysOut(engine: SearchEngine, query: SearchQuery): Promise<WaysOut> {
  const bare = { ...query, page: 1, perPage: 1, countFacets: [] };
  const chosen = (Object.entries(query.filters) as [FacetName, string[]][]).flatMap(([facet, values]) =>
    values.map((value) => ({ facet, value })),
  );
  const fewerFilters = await Promise.all(
    chosen.slice(0, triedFilters).map(async ({ facet, value }) => {
      const kept = (query.filters[facet] ?? []).filter((other) => other !== value);
      const { total } = await engine.search({ ...bare, filters: { ...query.filters, [facet]: kept } });
      return { facet, value, total };
    }),
  );
  const withoutFilters = chosen.length > 0 ? (await engine.search({ ...bare, filters: {} })).total : 0;
  return {
    fewerFilters: fewerFilters.filter(({ total }) => total > 0),
    withoutFilters,
    tools: await findTools(engine, query),
  };
}

async function findTools(engine: SearchEngine, query: SearchQuery): Promise<WaysOut["tools"]> {
  const tools = {
    ...query,
    filters: { type: ["tool"] },
    sort: "relevance" as const,
    page: 1,
    perPage: 4,
    countFacets: [],
  };
  const named = await engine.search(tools);
  return (named.total > 0 ? named : await engine.search({ ...tools, text: "" })).hits;
}
