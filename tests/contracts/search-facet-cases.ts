import { describe, expect, test } from "vitest";
import { type FacetName, facetNames, type SearchEngine, type SearchEntry } from "~search/port";
import { library } from "./search-entries";

type Filters = Partial<Record<FacetName, string[]>>;

const passes = (entry: SearchEntry, filters: Filters) =>
  Object.entries(filters).every(([facet, values]) =>
    values.some((value) => entry.facets[facet as FacetName].includes(value)),
  );

/** Counted by hand: each facet over the entries that pass all other facets' filters. */
function expectedCounts(filters: Filters, facet: FacetName) {
  const { [facet]: _, ...others } = filters;
  const counts = new Map<string, number>();
  for (const entry of library.filter((one) => passes(one, others))) {
    for (const value of entry.facets[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

const chosen: [string, Filters][] = [
  ...facetNames.map((facet): [string, Filters] => {
    const value = library.flatMap((entry) => entry.facets[facet])[0] ?? "none";
    return [`one value of ${facet}`, { [facet]: [value] }];
  }),
  ["several values of a facet widen", { country: ["AT", "SN"] }],
  ["several facets narrow", { type: ["practice"], country: ["AT"] }],
  ["three facets, one with two values", { type: ["practice"], region: ["europe", "africa"], year: ["2014", "2018"] }],
  ["a wide value holds the narrow ones", { region: ["europe"] }],
  ["a goal holds its targets", { sdg: ["16"] }],
  ["a target", { sdg: ["16.7"] }],
  ["an unknown value", { theme: ["no-such-theme"] }],
  ["facets that exclude each other", { country: ["AT"], city: ["seoul"] }],
];

/** Filters and counts, compared with counting by hand. */
export function facetCases(engine: () => SearchEngine): void {
  const search = (filters: Filters, text = "", countFacets?: FacetName[]) =>
    engine().search({ text, filters, sort: "relevance", page: 1, perPage: 100, language: "en", countFacets });

  describe("facets", () => {
    test.each(chosen)("%s", async (_, filters) => {
      const result = await search(filters);
      const expected = library.filter((entry) => passes(entry, filters)).map((entry) => entry.id);
      expect(result.hits.map((hit) => hit.id).sort()).toEqual(expected.sort());
      expect(result.total).toBe(expected.length);
      for (const facet of facetNames) expect(result.facets[facet], facet).toEqual(expectedCounts(filters, facet));
    });

    test("a count tells what choosing the value gives", async () => {
      const { facets } = await search({ type: ["practice"] }, "rights");
      for (const { value, count } of facets.region ?? []) {
        expect((await search({ type: ["practice"], region: [value] }, "rights")).total, value).toBe(count);
      }
      for (const { value, count } of facets.type ?? []) {
        expect((await search({ type: [value] }, "rights")).total, value).toBe(count);
      }
    });

    test("only the facets asked for are counted", async () => {
      expect(Object.keys((await search({}, "", ["type", "year"])).facets).sort()).toEqual(["type", "year"]);
    });

    test("filters work with words, phrases and exclusions", async () => {
      const { hits } = await search({ type: ["practice"] }, '"municipal housing" -montevideo');
      expect(hits.map((hit) => hit.id)).toEqual(["graz-housing"]);
    });

    test("an empty list of values is no filter", async () => {
      expect((await search({ theme: [] })).total).toBe(library.length);
    });
  });
}
