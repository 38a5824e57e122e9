import { expect, test } from "vitest";
import { parseSearchParams, toSearchParams } from "~/domain/search/search-params";
import { chosenParameters, givenOnce } from "~/enhance/chosen-parameters";
import { facetNames } from "~search/port";

/** The address meant by who, with `shown` before them and `wanted` on its way, chooses `chosen`. */
const meant = (shown: string, chosen: string, wanted: string) =>
  new URLSearchParams(
    chosenParameters(
      ...([shown, chosen, wanted].map((query) => [...new URLSearchParams(query)]) as Parameters<
        typeof chosenParameters
      >),
    ),
  ).toString();

test.each([
  ["a second filter joins the first", "q=a", "q=a&region=africa", "q=a&theme=water", "q=a&theme=water&region=africa"],
  [
    "a second value of a facet joins the first",
    "q=a",
    "q=a&theme=water",
    "q=a&theme=work",
    "q=a&theme=work&theme=water",
  ],
  ["a value that is chosen twice stays once", "q=a", "q=a&theme=water", "q=a&theme=water", "q=a&theme=water"],
  ["a filter is taken away, another stays", "theme=water", "", "theme=water&theme=work", "theme=work"],
  ["of two tabs the last counts", "q=a", "q=a&type=tool", "q=a&type=practice", "q=a&type=tool"],
  ["of two orders the last counts", "q=a", "q=a&sort=title", "q=a&sort=date", "q=a&sort=title"],
  ["the order stays when a filter comes", "q=a", "q=a&theme=water", "q=a&sort=date", "q=a&sort=date&theme=water"],
  ["a filter leads to the first page", "q=a&page=2", "q=a&theme=water", "q=a&page=3", "q=a&theme=water"],
  ["a page is the choice's own", "q=a&page=2", "q=a&page=3", "q=a&theme=water&page=2", "q=a&theme=water&page=3"],
  ["words that are on their way stay", "q=a", "q=a&theme=water", "q=ab", "q=ab&theme=water"],
  ["words that are chosen count", "q=a", "q=c", "q=ab&theme=water", "theme=water&q=c"],
])("%s", (_, shown, chosen, wanted, expected) => {
  expect(meant(shown, chosen, wanted)).toBe(expected);
});

test("what an address gives once is all that is no facet of several values", () => {
  const address = "q=a&from=2019&to=2020&near=vienna&km=100&sort=distance&page=2&per_page=10";
  const { query } = parseSearchParams(new URLSearchParams(address), { language: "en" });
  const known = [...toSearchParams({ ...query, view: "map", unfolded: "theme" }).keys()];
  expect(givenOnce.toSorted()).toEqual([...known, "lang", "type"].toSorted());
  expect(facetNames.filter((facet) => givenOnce.includes(facet))).toEqual(["type"]);
});
