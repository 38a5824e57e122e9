import type { PlaceParents } from "~/domain/search/facet-parents.server";
import type { FacetName } from "~search/port";

/** A value of a facet, by its name in the reader's language. */
export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** A value of a facet with the narrower ones that lie in it. */
export interface FacetNode extends FacetValue {
  facet: FacetName;
  children: FacetNode[];
}

type Facets = Partial<Record<FacetName, FacetValue[]>>;
type Chosen = Partial<Record<FacetName, string[]>>;

/**
 * Regions with their countries, and these with their cities. Parts of regions are shown where they are chosen alone: between a
 * region and its countries they would be one step more.
 */
export function placeTree(facets: Facets, chosen: Chosen, parents: PlaceParents): FacetNode[] {
  const isShown = ({ value }: FacetValue) => !parents.region.get(value) || chosen.region?.includes(value);
  const nodesOf = (facet: FacetName) => (facets[facet] ?? []).map((value) => ({ ...value, facet, children: [] }));
  const regions: FacetNode[] = (facets.region ?? [])
    .filter(isShown)
    .map((value) => ({ ...value, facet: "region" as const, children: [] }));
  const countries: FacetNode[] = nodesOf("country");
  const cities: FacetNode[] = nodesOf("city");
  const parts = regions.filter(({ value }) => parents.region.get(value));
  const lostCities = nest(cities, countries, (city) => parents.city.get(city));
  const lostCountries = nest(countries, regions, (country) => parents.country.get(country));
  const lostParts = nest(parts, regions, (region) => parents.region.get(region));
  const broadest = regions.filter((region) => !parts.includes(region));
  return [...broadest, ...lostParts, ...lostCountries, ...lostCities];
}

/** Goals with their targets. */
export function goalTree(facets: Facets): FacetNode[] {
  const nodes = (facets.sdg ?? []).map((value): FacetNode => ({ ...value, facet: "sdg", children: [] }));
  const isTarget = ({ value }: FacetNode) => value.includes(".");
  const goals = nodes.filter((node) => !isTarget(node));
  return [...goals, ...nest(nodes.filter(isTarget), goals, (target) => target.split(".")[0])];
}

/** Puts each node into its parent. @returns those whose parent is not among the shown ones. */
function nest(nodes: FacetNode[], parents: FacetNode[], parentOf: (value: string) => string | undefined): FacetNode[] {
  const byValue = new Map(parents.map((parent) => [parent.value, parent]));
  return nodes.filter((node) => {
    const parent = byValue.get(parentOf(node.value) ?? "");
    parent?.children.push(node);
    return parent === undefined;
  });
}
