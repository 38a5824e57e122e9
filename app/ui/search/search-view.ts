import type { FacetLabels } from "~/domain/search/facet-labels.server";
import { toSearchParams } from "~/domain/search/search-params";
import type { FacetName, SearchQuery, SearchResult } from "~search/port";

/** What the parts of the search page share. */
export interface SearchView {
  query: SearchQuery;
  result: SearchResult;
  labels: FacetLabels;
}

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
