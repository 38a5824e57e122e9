import type { FacetLabels } from "~/domain/search/facet-labels.server";
import { toSearchParams } from "~/domain/search/search-params";
import type { FacetName, SearchHit, SearchQuery, SearchResult } from "~search/port";

/** A hit as the page shows it. */
export interface HitView extends Pick<SearchHit, "id" | "kind" | "title" | "extract" | "url" | "language" | "date"> {
  country: string | undefined;
  city: string | undefined;
  review: string | undefined;
}

/** What the parts of the search page share. */
export interface SearchView {
  query: SearchQuery;
  result: Pick<SearchResult, "total" | "facets" | "corrections" | "alsoSearched"> & { hits: HitView[] };
  labels: FacetLabels;
}

/** Beyond these a list of values is no longer a choice: the words of the search narrow better. */
const mostValues = 12;

/** What of a search's answer the page needs. */
export const toResultView = (result: SearchResult): SearchView["result"] => ({
  total: result.total,
  corrections: result.corrections,
  alsoSearched: result.alsoSearched,
  facets: Object.fromEntries(
    Object.entries(result.facets).map(([name, counts]) => [name, counts.slice(0, mostValues)]),
  ),
  hits: result.hits.map(({ id, kind, title, extract, url, language, date, facets }) => ({
    ...{ id, kind, title, extract, url, language, date },
    country: facets.country[0],
    city: facets.city[0],
    review: facets.review[0],
  })),
});

export const labelOf = (labels: FacetLabels, facet: FacetName, value: string): string =>
  labels[facet]?.[value] ?? value;

/** The address of this search with some of it changed; every change but that of the page leads to the first page. */
export function searchPath(query: SearchQuery, change: Partial<SearchQuery>): string {
  const parameters = toSearchParams({ ...query, page: 1, ...change }).toString();
  return parameters ? `/search?${parameters}` : "/search";
}

/** The filters with one value of a facet put in, or taken out when it is there. */
export function toggled(query: SearchQuery, facet: FacetName, value: string): SearchQuery["filters"] {
  const values = query.filters[facet] ?? [];
  return {
    ...query.filters,
    [facet]: values.includes(value) ? values.filter((other) => other !== value) : [...values, value],
  };
}

export const chosenFilters = (query: SearchQuery): { facet: FacetName; value: string }[] =>
  (Object.entries(query.filters) as [FacetName, string[]][]).flatMap(([facet, values]) =>
    values.map((value) => ({ facet, value })),
  );
