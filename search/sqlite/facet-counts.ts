import { type FacetCount, type FacetName, facetNames } from "../port";
import type { IndexColumnsView } from "./index-view";

export interface Filtered {
  /** Slots that pass all filters. */
  slots: Uint32Array;
  facets: Partial<Record<FacetName, FacetCount[]>>;
}

/**
 * Filters matched entries and counts their facets in one pass. An entry that fails one facet's filter alone still counts for
 * that facet's other values: so the counts tell what choosing them would give, with any number of facets filtered.
 */
export function filterAndCount(
  matched: Uint32Array,
  filters: Partial<Record<FacetName, string[]>>,
  counted: readonly FacetName[],
  { columns, facetValues }: IndexColumnsView,
): Filtered {
  const bitOfValue = new Uint32Array(facetValues.values.length);
  let required = 0;
  for (const [number, facet] of facetNames.entries()) {
    const wanted = filters[facet];
    if (!wanted || wanted.length === 0) continue;
    required |= 1 << number;
    for (const value of wanted) {
      const id = facetValues.idOf(number, value);
      if (id !== undefined) bitOfValue[id] = 1 << number;
    }
  }
  const counts = new Uint32Array(facetValues.values.length);
  const kept = new Uint32Array(matched.length);
  const { facets } = facetValues;
  const { data } = columns.facets;
  const { facetStart, facetEnd } = columns;
  let keptCount = 0;
  for (let i = 0; i < matched.length; i++) {
    const slot = matched[i] as number;
    const start = facetStart[slot] as number;
    const end = facetEnd[slot] as number;
    let missing = required;
    for (let at = start; missing !== 0 && at < end; at++) missing &= ~(bitOfValue[data[at] as number] as number);
    if (missing === 0) {
      kept[keptCount++] = slot;
      for (let at = start; at < end; at++) (counts[data[at] as number] as number)++;
    } else if ((missing & (missing - 1)) === 0) {
      const facet = 31 - Math.clz32(missing);
      for (let at = start; at < end; at++) {
        const value = data[at] as number;
        if (facets[value] === facet) (counts[value] as number)++;
      }
    }
  }
  return { slots: kept.subarray(0, keptCount), facets: toCounts(counts, counted, facetValues) };
}

function toCounts(
  counts: Uint32Array,
  counted: readonly FacetName[],
  { values, facets }: IndexColumnsView["facetValues"],
): Filtered["facets"] {
  const lists = facetNames.map((facet): FacetCount[] | null => (counted.includes(facet) ? [] : null));
  for (let value = 0; value < counts.length; value++) {
    const count = counts[value] as number;
    if (count > 0) lists[facets[value] as number]?.push({ value: values[value] as string, count });
  }
  const result: Filtered["facets"] = {};
  for (const [number, list] of lists.entries()) {
    const facet = facetNames[number];
    if (!list || !facet) continue;
    result[facet] = list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
  return result;
}
