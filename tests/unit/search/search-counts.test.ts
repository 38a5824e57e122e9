import { describe, expect, test } from "vitest";
import { isCounted, isOpened, toCountedText } from "~/domain/search/search-counts";

describe("what is kept of a search", () => {
  test.each([
    ["  Human   RIGHTS ", "human rights"],
    ["E\u0301ducation", "éducation"],
    ["SDG 16.7", "sdg 16.7"],
    ["resolution 217 of 1948", "resolution 217 of 1948"],
    ["住房", "住房"],
  ])("%s is counted as %s", (typed, kept) => {
    expect(toCountedText(typed)).toBe(kept);
  });

  test.each([
    "",
    "  ",
    '"',
    "ana.perez@example.org",
    "+43 316 380 1234",
    "(0316) 380-12 34",
    "12.345.678-9",
    "AT611904300234573201",
    "ana.perez＠example.org",
    "０３１６３８０１２３４",
    "٠٦١٢٣٤٥٦٧٨",
    "x".repeat(101),
  ])("%j is not kept: it is empty, or may be about a person", (typed) => {
    expect(toCountedText(typed)).toBeNull();
  });
});

describe("a search that counts", () => {
  const asked = (headers: Record<string, string> = {}) => new Request("http://localhost/search?q=x", { headers });
  const query = { page: 1, filters: {} };

  test("is a page that somebody opens, not what a script asks for while one types", () => {
    expect(isOpened(asked())).toBe(true);
    expect(isOpened(asked({ "Sec-Fetch-Mode": "navigate" }))).toBe(true);
    expect(isOpened(asked({ "Sec-Fetch-Mode": "cors" }))).toBe(false);
  });

  test("is not its next page, nor narrowed by a filter", () => {
    expect(isCounted(query)).toBe(true);
    expect(isCounted({ ...query, page: 2 })).toBe(false);
    expect(isCounted({ ...query, filters: { region: ["africa"] } })).toBe(false);
    expect(isCounted({ ...query, dates: { from: "2019" } })).toBe(false);
  });
});
