import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AskedSearch,
  deepestResult,
  mostKm,
  parseSearchParams,
  readView,
  toSearchParams,
} from "~/domain/search/search-params";
import { entryKinds } from "~db/schema/entry";
import { evidenceLevels } from "~db/schema/link";
import { reviewStatuses } from "~db/schema/practice";
import { facetNames, searchSorts } from "~search/port";

const parse = (address: string) => parseSearchParams(new URLSearchParams(address), { language: "en" });
const problemsOf = (address: string) => parse(address).problems.map((problem) => problem.parameter);

describe("an address becomes a query", () => {
  test("nothing asked: everything, by relevance, the first page", () => {
    expect(parse("")).toEqual({
      query: { text: "", filters: {}, sort: "relevance", page: 1, perPage: 20, language: "en" },
      problems: [],
    });
  });
  test("values of a facet are gathered, once each, in their order", () => {
    expect(parse("theme=housing&theme=health&theme=housing").query.filters).toEqual({ theme: ["housing", "health"] });
  });
  test("countries may be written small", () => {
    expect(parse("country=uy").query.filters.country).toEqual(["UY"]);
  });
  test("empty values count as absent, as forms send them", () => {
    expect(parse("q=&type=&theme=+&page=&per_page=&sort=")).toEqual(parse(""));
  });
  test("everything together", () => {
    expect(parse("q=right+to+the+city&type=tool&sdg=16.7&sort=date&page=3&per_page=50").query).toEqual({
      text: "right to the city",
      filters: { type: ["tool"], sdg: ["16.7"] },
      sort: "date",
      page: 3,
      perPage: 50,
      language: "en",
    });
  });
});

describe("what is wrong is named, and left out", () => {
  test.each([
    ["colour=red", "colour"],
    ["type=book", "type"],
    ["sort=size", "sort"],
    ["evidence=none", "evidence"],
    ["review=done", "review"],
    ["year=20x3", "year"],
    ["page=0", "page"],
    ["page=-1", "page"],
    ["page=1.5", "page"],
    ["page=1e3", "page"],
    ["page=99999999999999999999", "page"],
    ["per_page=101", "per_page"],
    ["page=501", "page"],
    ["page=101&per_page=100", "page"],
    [`q=${"x".repeat(1001)}`, "q"],
    [`theme=${"x".repeat(201)}`, "theme"],
    ["q=a&q=b", "q"],
    ["page=1&page=2", "page"],
    ["from=2019-13", "from"],
    ["from=2019-02-30", "from"],
    ["from=19", "from"],
    ["to=yesterday", "to"],
    ["from=2020&to=2019", "to"],
    ["from=2019-05-02&to=2019-05-01", "to"],
    ["from=2019&from=2020", "from"],
    ["near=vienna&km=0", "km"],
    ["near=vienna&km=20001", "km"],
    [`near=${"x".repeat(201)}`, "near"],
    ["sort=distance", "sort"],
    ["view=map", "view"],
  ])("%s", (address, parameter) => {
    expect(problemsOf(address)).toEqual([parameter]);
  });
  test("the deepest page is no problem", () => {
    expect(problemsOf("page=500")).toEqual([]);
    expect(problemsOf("page=100&per_page=100")).toEqual([]);
  });
  test("a period may end in the year or month in which it begins", () => {
    expect(problemsOf("from=2019-05&to=2019")).toEqual([]);
    expect(problemsOf("from=2019-05-31&to=2019-05")).toEqual([]);
  });
  test("a page can still be shown", () => {
    const { query } = parse("type=book&type=tool&page=zero&per_page=5000&sort=size");
    expect(query).toMatchObject({ filters: { type: ["tool"] }, page: 1, perPage: 100, sort: "relevance" });
  });
  test("several problems are told together", () => {
    expect(problemsOf("colour=red&type=book&page=x").sort()).toEqual(["colour", "page", "type"]);
  });
});

describe("how results are shown", () => {
  test("is a list, unless the address says otherwise", () => {
    const viewOf = (address: string) => readView(new URLSearchParams(address));
    expect([viewOf(""), viewOf("view=map"), viewOf("view=table"), viewOf("view=cards")]).toEqual([
      ...["list", "map", "table", "list"],
    ]);
  });
  test("stands in the address where it is no list", () => {
    const { query } = parse("q=a");
    expect(toSearchParams({ ...query, view: "map" }).toString()).toBe("q=a&view=map");
    expect(toSearchParams({ ...query, view: "list" }).toString()).toBe("q=a");
  });
});

describe("a query becomes an address", () => {
  test("what goes without saying is left out", () => {
    expect(toSearchParams(parse("q=a&page=1&per_page=20&sort=relevance").query).toString()).toBe("q=a");
  });
  test("the order is always the same", () => {
    const address = "theme=housing&type=tool&q=a&per_page=50&sort=title";
    expect(toSearchParams(parse(address).query).toString()).toBe("q=a&type=tool&theme=housing&sort=title&per_page=50");
  });

  const code = fc.stringMatching(/^[a-z0-9][a-z0-9./-]{0,30}$/);
  const closed: Record<string, readonly string[]> = {
    type: entryKinds,
    evidence: evidenceLevels,
    review: reviewStatuses,
  };
  const aValueOf = (facet: string) => {
    if (closed[facet]) return fc.constantFrom(...closed[facet]);
    if (facet === "year") return fc.integer({ min: 1000, max: 9999 }).map(String);
    return facet === "country" ? fc.stringMatching(/^[A-Z]{2}$/) : code;
  };
  const filters = fc.record(
    Object.fromEntries(
      facetNames.map((facet) => [facet, fc.uniqueArray(aValueOf(facet), { minLength: 1, maxLength: 4 })]),
    ),
    { requiredKeys: [] },
  );
  const date = fc
    .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .chain((day) => fc.constantFrom(4, 7, 10).map((exact) => day.toISOString().slice(0, exact)));
  const dates = fc.oneof(
    fc.record({ from: date }),
    fc.record({ to: date }),
    fc.record({ from: date, to: date }).filter(({ from, to }) => from <= to),
  );
  const narrowed = fc.record(
    { dates, near: fc.record({ city: code, km: fc.integer({ min: 1, max: mostKm }) }) },
    { requiredKeys: [] },
  );
  const asked: fc.Arbitrary<AskedSearch> = fc.integer({ min: 1, max: 100 }).chain((perPage) =>
    fc.record({
      text: fc.string({ unit: "grapheme", maxLength: 60 }),
      filters,
      sort: fc.constantFrom(...searchSorts),
      page: fc.integer({ min: 1, max: Math.floor(deepestResult / perPage) }),
      perPage: fc.constant(perPage),
      language: fc.constant("en"),
    }),
  );
  const query = fc.tuple(asked, narrowed, fc.boolean()).map(([plain, more, byDistance]): AskedSearch => {
    return { ...plain, ...more, ...(more.near && byDistance ? { sort: "distance" } : {}) };
  });

  test("and the address the same query again", () => {
    fc.assert(
      fc.property(query, (search) => {
        const address = toSearchParams(search).toString();
        expect(parse(address)).toEqual({ query: search, problems: [] });
      }),
    );
  });
  test("any address at all is read without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (address) => {
        const { query: read } = parse(address);
        expect(read.page * read.perPage).toBeLessThanOrEqual(deepestResult);
      }),
    );
  });
});
