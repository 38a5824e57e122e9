import { describe, expect, test } from "vitest";
import type { SearchEntry, SearchQuery } from "~search/port";
import { library } from "./search-entries";
import type { Questions } from "./search-questions";

const vienna = { latitude: 48.2082, longitude: 16.3738 };
const nowhere = { latitude: 0, longitude: -140 };
const dated = (from: string, to: string) =>
  library.filter(({ date }) => date !== null && firstDay(date) >= from && firstDay(date) <= to).map(({ id }) => id);
const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);
const countsOf = (entries: SearchEntry[]) => {
  const counts = new Map<string, number>();
  for (const value of entries.flatMap((entry) => entry.facets.country)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
};

/** Dates and distances: what lies outside is neither found nor counted. */
export function rangeCases({ search, ids }: Questions): void {
  const found = async (given: Partial<SearchQuery>) => (await ids("", { perPage: 100, ...given })).sort();

  describe("dates", () => {
    test.each<[string, SearchQuery["dates"], string[]]>([
      ["a year", { from: "2018", to: "2018" }, dated("2018-01-01", "2018-12-31")],
      ["years, both ends included", { from: "2014", to: "2018" }, dated("2014-01-01", "2018-12-31")],
      ["from the first day of a year on", { from: "2014-01-01", to: "2014-12-31" }, dated("2014-01-01", "2014-12-31")],
      ["from a month on", { from: "2021-03" }, dated("2021-03-01", "9999")],
      ["from a day on, that day included", { from: "2021-03-04" }, dated("2021-03-04", "9999")],
      ["from the day after", { from: "2021-03-05" }, dated("2021-03-05", "9999")],
      ["up to a day", { to: "2021-03-04" }, dated("0000", "2021-03-04")],
      ["up to the day before", { to: "2021-03-03" }, dated("0000", "2021-03-03")],
      ["up to a month, its last day included", { to: "2021-03" }, dated("0000", "2021-03-31")],
      ["the first before the last", { from: "2020", to: "2010" }, []],
      ["no dates at all", {}, library.map(({ id }) => id)],
      ["what is no date", { from: "soon", to: "" }, library.map(({ id }) => id)],
    ])("%s", async (_, dates, expected) => {
      const result = await search({ dates, perPage: 100 });
      expect(result.hits.map(({ id }) => id).sort()).toEqual([...expected].sort());
      expect(result.total).toBe(expected.length);
    });
    test("narrow the counts of every facet, filtered or not", async () => {
      const dates = { from: "2014", to: "2021" };
      const inside = library.filter(({ id }) => dated("2014-01-01", "2021-12-31").includes(id));
      const { facets } = await search({ dates, filters: { country: ["AT"] } });
      expect(facets.country).toEqual(countsOf(inside));
    });
    test("go with words, and do not change how these are read", async () => {
      expect(await ids("street lighting", { dates: { from: "2005" } })).toEqual(["twin-new"]);
    });
    test("go with excluded words, phrases and a sort", async () => {
      const given: Partial<SearchQuery> = { dates: { from: "2000", to: "2012" }, sort: "date" };
      expect(await ids('"street lighting" -peer', given)).toEqual(["twin-new", "twin-old"]);
    });
  });

  describe("distance", () => {
    test.each<[string, SearchQuery["near"], string[]]>([
      ["the place itself", { ...vienna, km: 1 }, ["vienna-office"]],
      ["the next city", { ...vienna, km: 160 }, ["vienna-office", "graz-housing"]],
      ["not quite the next city", { ...vienna, km: 130 }, ["vienna-office"]],
      ["a continent", { ...vienna, km: 1100 }, ["vienna-office", "graz-housing", "paris-ville"]],
      ["nothing near", { ...nowhere, km: 100 }, []],
      ["nothing by no distance", { ...nowhere, km: 0 }, []],
      ["a place beyond the poles", { latitude: 100, longitude: 0, km: 20_000 }, []],
      ["what is no place", { latitude: Number.NaN, longitude: 0, km: 20_000 }, []],
      ["across the date line", { latitude: 35, longitude: -179, km: 5000 }, ["gwangju", "seoul"]],
    ])("%s", async (_, near, expected) => {
      expect(await found({ near })).toEqual([...expected].sort());
    });
    test("leaves out what has no place, however far one looks", async () => {
      const placed = library.filter(({ location }) => location !== null).map(({ id }) => id);
      expect(await found({ near: { ...vienna, km: 25_000 } })).toEqual(placed.sort());
    });
    test("sorts by it, the nearest first", async () => {
      const near = { ...vienna, km: 25_000 };
      expect(await ids("", { near, sort: "distance" })).toEqual([
        ...["vienna-office", "graz-housing", "paris-ville", "seoul", "gwangju", "montevideo-budget"],
      ]);
    });
    test("sorts pages without repeating or losing one", async () => {
      const given: Partial<SearchQuery> = { near: { ...vienna, km: 25_000 }, sort: "distance" };
      const all = await ids("", given);
      const pages = await Promise.all(all.map((_, i) => ids("", { ...given, perPage: 1, page: i + 1 })));
      expect(pages.flat()).toEqual(all);
    });
    test("without a place, sorting by it is sorting by relevance", async () => {
      expect(await ids("rights budget", { sort: "distance" })).toEqual(await ids("rights budget"));
    });
    test("narrows the counts of every facet, filtered or not", async () => {
      const near = { ...vienna, km: 1100 };
      const { facets, total } = await search({ near, filters: { country: ["FR"] } });
      expect(total).toBe(1);
      expect(facets.country).toEqual([
        { value: "AT", count: 2 },
        { value: "FR", count: 1 },
      ]);
    });
    test("goes with dates and words", async () => {
      const given: Partial<SearchQuery> = { near: { ...vienna, km: 1100 }, dates: { from: "2020" } };
      expect(await ids("housing", given)).toEqual(["graz-housing"]);
    });
  });
}
