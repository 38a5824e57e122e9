import type { MultiSearchQueryWithFederation, MultiSearchResult } from "meilisearch";
import { type FacetCount, type FacetName, facetNames, type SearchQuery, type SearchResult } from "../port";
import type { EntryDocument } from "./document";
import { decodeValue } from "./encode";
import { allOf, facetFilter, hardFilter } from "./filters";
import type { Asked } from "./matching";

export type Ask = Omit<MultiSearchQueryWithFederation, "indexUid">;
export type Answer = MultiSearchResult<EntryDocument>;

/** The total with the counts that all filters hold for; then one for each filtered facet, without its own filter. */
export function countQueries(query: SearchQuery, asked: Asked): Ask[] {
  const counted = query.countFacets ?? facetNames;
  const filtered = counted.filter((facet) => (query.filters[facet]?.length ?? 0) > 0);
  const open = counted.filter((facet) => !filtered.includes(facet));
  const count = (facets: FacetName[], narrow: string): Ask => ({
    q: "",
    filter: allOf([asked.matching, narrow]),
    facets: facets.map((facet) => `facets.${facet}`),
    limit: 0,
  });
  return [
    count(open, asked.narrow),
    ...filtered.map((facet) => count([facet], allOf([hardFilter(query), facetFilter(query.filters, facet)]))),
  ];
}

export function readCounts(answers: Answer[], query: SearchQuery): { total: number; facets: SearchResult["facets"] } {
  const facets: SearchResult["facets"] = {};
  const distributions = answers.map((answer) => answer.facetDistribution ?? {});
  for (const facet of query.countFacets ?? facetNames) {
    const counts = distributions.find((one) => `facets.${facet}` in one)?.[`facets.${facet}`] ?? {};
    facets[facet] = Object.entries(counts)
      .map(([value, count]): FacetCount => ({ value: decodeValue(value), count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
  return { total: answers[0]?.estimatedTotalHits ?? 0, facets };
}
