import type { FacetLabels } from "~/domain/search/facet-labels.server";
import type { PlaceParents } from "~/domain/search/facet-parents.server";
import { type AskedSearch, type ResultView, toSearchParams } from "~/domain/search/search-params";
import { type FacetName, facetNames, type SearchHit, type SearchResult } from "~search/port";
import { type FacetNode, type FacetValue, goalTree, placeTree } from "./facet-trees";
import type { FacetGroup, ShownCounts } from "./shown-counts";

/** A hit as the page shows it; `place` is a city, or a city's country. */
export interface HitView extends Pick<SearchHit, "id" | "kind" | "title" | "extract" | "url" | "language" | "date"> {
  place: string | undefined;
  review: string | undefined;
  evidence: string | undefined;
}

/** What of a hit's facets is shown. */
export const hitFacets: readonly FacetName[] = ["city", "country", "review", "evidence"];

/** A search and how its results are shown: all that its address says. */
export type PageQuery = AskedSearch & { view: ResultView; unfolded?: FacetGroup | undefined };

/** What the parts of the search page share. */
export interface SearchView extends Pick<SearchResult, "total" | "corrections" | "alsoSearched" | "fallback"> {
  query: PageQuery;
  /** The city that results are near to, by its name. */
  near: string | null;
  /** What was typed for it where the library has no such city. */
  unknownCity: string | null;
  /** The most frequent values of each facet, and those that are chosen. */
  facets: Partial<Record<FacetName, FacetValue[]>>;
  /** Regions, countries and cities; goals and targets. */
  trees: { place: FacetNode[]; sdg: FacetNode[] };
  /** How many more values of a group there are to be shown. */
  more: ShownCounts["more"];
  /** Some cities of the results, by their names. */
  cities: string[];
  hits: HitView[];
}

/** The values that the page names, for `labelFacets`. */
export function namedValues(
  { shown, cities }: ShownCounts,
  result: SearchResult,
): Partial<Record<FacetName, string[]>> {
  const ofHits = (facet: FacetName) =>
    facet === "city" || facet === "country"
      ? result.hits.flatMap(({ facets }) => facets[facet]?.slice(0, 1) ?? [])
      : [];
  const near = (facet: FacetName) => (facet === "city" ? cities : []);
  return Object.fromEntries(
    facetNames.map((facet) => [
      facet,
      [...(shown[facet] ?? []).map(({ value }) => value), ...ofHits(facet), ...near(facet)],
    ]),
  );
}

/** The places that the page shows, for `placeParents`. */
export const shownPlaces = ({ shown }: ShownCounts) => {
  const values = (facet: FacetName) => (shown[facet] ?? []).map(({ value }) => value);
  return { region: values("region"), country: values("country"), city: values("city") };
};

interface ViewNames extends Pick<SearchView, "near" | "unknownCity"> {
  labels: FacetLabels;
  parents: PlaceParents;
}

/** What of a search's answer the page needs, with every value by its name. */
export function toSearchView(
  query: PageQuery,
  result: SearchResult,
  { shown, more, cities }: ShownCounts,
  { labels, parents, near, unknownCity }: ViewNames,
): SearchView {
  const labelOf = (facet: FacetName, value: string) => labels[facet]?.get(value) ?? value;
  const placeOf = ({ kind, facets }: SearchHit) => {
    const facet = kind === "city" ? "country" : "city";
    const [place] = facets[facet] ?? [];
    return place === undefined ? undefined : labelOf(facet, place);
  };
  const facets: SearchView["facets"] = Object.fromEntries(
    facetNames.map((facet) => [
      facet,
      (shown[facet] ?? []).map(({ value, count }) => ({ value, count, label: labelOf(facet, value) })),
    ]),
  );
  return {
    query,
    near,
    unknownCity,
    total: result.total,
    corrections: result.corrections,
    alsoSearched: result.alsoSearched,
    fallback: result.fallback,
    facets,
    trees: { place: placeTree(facets, query.filters, parents), sdg: goalTree(facets) },
    more,
    cities: cities.map((city) => labelOf("city", city)),
    hits: result.hits.map((hit) => {
      const { id, kind, title, extract, url, language, date, facets } = hit;
      const { review: [review] = [], evidence: [evidence] = [] } = facets;
      return { id, kind, title, extract, url, language, date, place: placeOf(hit), review, evidence };
    }),
  };
}

/** The address of this search with some of it changed; every change but that of the page leads to the first page. */
export function searchPath(query: PageQuery, change: Partial<PageQuery>): string {
  const parameters = toSearchParams({ ...query, page: 1, ...change }).toString();
  return parameters ? `/search?${parameters}` : "/search";
}

/**
 * The addresses that set or remove a value of a facet. Those that set one differ in the value alone and are built once: a
 * page has more than a hundred.
 */
export function togglePaths(query: PageQuery, facet: FacetName): (value: string) => string {
  const chosen = query.filters[facet] ?? [];
  const toggle = (value: string) => searchPath(query, { filters: toggled(query, facet, value) });
  // A character that the server accepts in no address.
  const [before, after] = toggle("\0").split("%00");
  return (value) => (chosen.includes(value) ? toggle(value) : `${before}${encodeURIComponent(value)}${after}`);
}

/** The filters with one value of a facet put in, or taken out when it is there. */
export function toggled(query: AskedSearch, facet: FacetName, value: string): AskedSearch["filters"] {
  const values = query.filters[facet] ?? [];
  return {
    ...query.filters,
    [facet]: values.includes(value) ? values.filter((other) => other !== value) : [...values, value],
  };
}

/** The filters that are set, each by its name. */
export const chosenFilters = ({ query, facets }: SearchView): { facet: FacetName; value: string; label: string }[] =>
  (Object.entries(query.filters) as [FacetName, string[]][]).flatMap(([facet, values]) =>
    values.map((value) => ({ facet, value, label: labelOf(facets, facet, value) })),
  );

/** How many filters are set, dates and nearness among them. */
export const countChosen = (view: SearchView, { types }: { types: boolean }): number =>
  chosenFilters(view).filter(({ facet }) => types || facet !== "type").length +
  (view.query.dates ? 1 : 0) +
  (view.query.near ? 1 : 0);

export const labelOf = (facets: SearchView["facets"], facet: FacetName, value: string): string =>
  facets[facet]?.find((known) => known.value === value)?.label ?? value;
