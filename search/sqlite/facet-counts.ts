import { type FacetCount, type FacetName, facetNames } from "../port";
import type { Columns } from "./columns";
import type { IndexColumnsView } from "./index-view";

export interface Filtered {
  /** Slots that pass all filters. */
  slots: Uint32Array;
  facets: Partial<Record<FacetName, FacetCount[]>>;
}

/**
 * Filters matched entries and counts their facets, a facet at a time. An entry that fails one facet's filter alone still
 * counts for that facet's other values: so the counts tell what choosing them would give, with any number of facets filtered.
 */
export function filterAndCount(
  matched: Uint32Array,
  filters: Partial<Record<FacetName, string[]>>,
  counted: readonly FacetName[],
  { columns }: Pick<IndexColumnsView, "columns">,
): Filtered {
  const missing = missingFacets(matched, filters, columns);
  const facets: Filtered["facets"] = {};
  for (const [number, facet] of facetNames.entries()) {
    if (counted.includes(facet)) facets[facet] = countFacet(number, matched, missing, columns);
  }
  return { slots: missing ? matched.filter((_, i) => missing[i] === 0) : matched, facets };
}

/** For each matched entry, a bit for each facet of whose wanted values it has none; null without filters. */
function missingFacets(
  matched: Uint32Array,
  filters: Partial<Record<FacetName, string[]>>,
  columns: Columns,
): Uint32Array | null {
  let missing: Uint32Array | null = null;
  for (const [number, column] of columns.facets.columns.entries()) {
    const names = filters[facetNames[number] ?? "type"] ?? [];
    if (names.length === 0) continue;
    const wanted = new Uint8Array(column.names.length);
    for (const name of names) wanted[column.numberOf(name) ?? -1] = 1;
    const { start } = column;
    const { data } = column.values;
    missing ??= new Uint32Array(matched.length);
    for (let i = 0; i < matched.length; i++) {
      const slot = matched[i] as number;
      const end = start[slot + 1] as number;
      let at = start[slot] as number;
      while (at < end && wanted[data[at] as number] === 0) at += 1;
      if (at === end) (missing[i] as number) |= 1 << number;
    }
  }
  return missing;
}

function countFacet(number: number, matched: Uint32Array, missing: Uint32Array | null, columns: Columns): FacetCount[] {
  const column = columns.facets.columns[number];
  if (!column) return [];
  const { start } = column;
  const { data } = column.values;
  const counts = new Uint32Array(column.names.length);
  // Its own filter does not keep an entry from being counted.
  const others = ~(1 << number);
  for (let i = 0; i < matched.length; i++) {
    if (missing && ((missing[i] as number) & others) !== 0) continue;
    const slot = matched[i] as number;
    const end = start[slot + 1] as number;
    for (let at = start[slot] as number; at < end; at++) (counts[data[at] as number] as number)++;
  }
  const list: FacetCount[] = [];
  for (let value = 0; value < counts.length; value++) {
    const count = counts[value] as number;
    if (count > 0) list.push({ value: column.names[value] as string, count });
  }
  return list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
