import type { AskedSearch } from "~/domain/search/search-params";
import { type FacetCount, type FacetName, facetNames, type SearchResult } from "~search/port";

/** What the page shows as one: a facet, or the tree of regions, countries and cities. */
export type FacetGroup = FacetName | "place";

/** Which counts the page shows of all those that a search gave. */
export interface ShownCounts {
  shown: Partial<Record<FacetName, FacetCount[]>>;
  /** How many more values of a group there are to be shown. */
  more: Partial<Record<FacetGroup, number>>;
  /** Some cities of the results, to be near to. */
  cities: string[];
}

/** So many values of a facet are shown at first: each costs reading, on the page and on the way there. */
const few = 5;
/** Beyond these a list of values is no longer a choice: the words of the search narrow better. */
const many = 30;
const mostOf: Partial<Record<FacetName, number>> = { type: many, region: 40 };

const groupOf = (facet: FacetName): FacetGroup =>
  facet === "region" || facet === "country" || facet === "city" ? "place" : facet;

/** Chosen values first, so that each can be removed; then the most frequent, few of them unless the group is unfolded. */
export function shownCounts(query: AskedSearch, result: SearchResult, unfolded: FacetGroup | undefined): ShownCounts {
  const more: ShownCounts["more"] = {};
  const shownOf = (facet: FacetName): FacetCount[] => {
    const group = groupOf(facet);
    const counts = result.facets[facet] ?? [];
    const chosen = query.filters[facet] ?? [];
    const others = counts.filter(({ value }) => !chosen.includes(value));
    const within = group === unfolded ? others : others.filter((count) => isAtHand(facet, count, query));
    const kept = within.slice(0, group === unfolded ? many : (mostOf[facet] ?? few));
    more[group] = (more[group] ?? 0) + Math.min(others.length, mostOf[facet] ?? many) - kept.length;
    return [...chosen.map((value) => counts.find((count) => count.value === value) ?? { value, count: 0 }), ...kept];
  };
  const shown = Object.fromEntries(facetNames.map((facet) => [facet, shownOf(facet)]));
  return { shown, more, cities: (result.facets.city ?? []).slice(0, few).map(({ value }) => value) };
}

/** In a tree, what lies in something chosen, and what stands at the top. */
function isAtHand(facet: FacetName, { value }: FacetCount, { filters }: AskedSearch): boolean {
  const isChosen = (...facets: FacetName[]) => facets.some((name) => filters[name]?.length);
  if (facet === "country") return isChosen("region", "country", "city");
  if (facet === "city") return isChosen("country", "city");
  if (facet !== "sdg" || !value.includes(".")) return true;
  const goal = value.split(".")[0];
  return filters.sdg?.some((code) => code.split(".")[0] === goal) ?? false;
}
