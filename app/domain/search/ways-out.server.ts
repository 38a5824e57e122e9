import type { AnsweringEngine, FacetName, SearchHit, SearchQuery } from "~search/port";

type Tools = Pick<SearchHit, "id" | "title" | "url" | "language">[];

/** What to offer where a search found nothing, so that no search is a dead end. */
export interface WaysOut {
  /** The words spelt nearly alike, where that finds something with the same filters. */
  spellings: { text: string; total: number }[];
  /** The same search without one of its filters, where that finds something. */
  fewerFilters: { facet: FacetName; value: string; total: number }[];
  /** How much there is without the dates, and without the nearness to a city; 0 where none is asked for. */
  withoutDates: number;
  withoutPlace: number;
  /** How much the words find without any filter, dates and nearness among them. */
  withoutFilters: number;
  tools: Tools;
  /** Whether these tools have to do with what was searched for. */
  toolsRelate: boolean;
}

// A reader tries one or two of them; each costs a search.
const triedFilters = 8;
const triedSpellings = 6;
const shownSpellings = 3;
const shownTools = 4;

/** Looks for other spellings and fewer filters that find something, and for tools that have to do with the search. */
export async function findWaysOut(engine: AnsweringEngine, query: SearchQuery): Promise<WaysOut> {
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
  const texts = await engine.spellings(query.text, { limit: triedSpellings });
  const tried = await Promise.all(
    texts.map(async (text) => ({ text, total: (await engine.search({ ...bare, text })).total })),
  );
  const spellings = tried.filter(({ total }) => total > 0).slice(0, shownSpellings);
  const count = async (asked: SearchQuery) => (await engine.search(asked)).total;
  const { dates, ...anyTime } = bare;
  const { near, ...anywhere } = { ...bare, sort: "relevance" as const };
  const { dates: _, ...everything } = { ...anywhere, filters: {} };
  return {
    spellings,
    fewerFilters: fewerFilters.filter(({ total }) => total > 0),
    withoutDates: dates ? await count(anyTime) : 0,
    withoutPlace: near ? await count(anywhere) : 0,
    withoutFilters: chosen.length > 0 || dates || near ? await count(everything) : 0,
    ...(await findTools(engine, query, spellings[0]?.text ?? texts[0])),
  };
}

/** The tools that the words name, else those used by what the words find, else those with the same filters, else any. */
async function findTools(engine: AnsweringEngine, query: SearchQuery, nearest = "") {
  const ask = { ...query, sort: "relevance" as const, page: 1, perPage: shownTools, countFacets: [] };
  const find = async (text: string, filters: SearchQuery["filters"]): Promise<Tools> =>
    (await engine.search({ ...ask, text, filters: { ...filters, type: ["tool"] } })).hits;
  for (const text of [query.text, nearest].filter((words) => /[\p{L}\p{N}]/u.test(words))) {
    const named = await find(text, {});
    if (named.length > 0) return { tools: named, toolsRelate: true };
    const { facets } = await engine.search({ ...ask, text, filters: {}, perPage: 1, countFacets: ["tool"] });
    const used = (facets.tool ?? []).slice(0, shownTools).map(({ value }) => value);
    if (used.length > 0) return { tools: await find("", { tool: used }), toolsRelate: true };
  }
  const { type: _, ...others } = query.filters;
  const alike = Object.keys(others).length > 0 ? await find("", others) : [];
  if (alike.length > 0) return { tools: alike, toolsRelate: true };
  return { tools: await find("", {}), toolsRelate: false };
}
