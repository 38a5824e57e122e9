import { beforeEach, expect, test } from "vitest";
import { findWaysOut } from "~/domain/search/ways-out.server";
import type { SearchEngine, SearchQuery } from "~search/port";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { aQuery } from "../contracts/search-engine";
import { anEntry, thesaurus } from "../contracts/search-entries";
import { tempDatabase } from "../support/temp";

let engine: SearchEngine;

const aTool = (id: string, title: string, theme: string) =>
  anEntry({ id, kind: "tool", title, url: `/tools/${id}`, facets: { tool: [id], theme: [theme] } });

beforeEach(async () => {
  engine = createSqliteEngine({ ...(await tempDatabase()), thesaurus });
  await engine.put([
    aTool("charter", "A charter of rights", "governance"),
    aTool("procurement", "Rules for procurement", "budgeting"),
    aTool("community-outreach", "Outreach to neighbourhoods", "participation"),
    anEntry({
      id: "douala",
      title: "Street lamps in Douala",
      facets: { tool: ["community-outreach"], year: ["2019"], theme: ["participation"] },
    }),
    anEntry({ id: "kathmandu", title: "Shelters of Kathmandu", facets: { year: ["2015"] } }),
  ]);
});

const waysOut = (given: Partial<SearchQuery>) => findWaysOut(engine, aQuery(given));
const toolsOf = async (given: Partial<SearchQuery>) => {
  const { tools, toolsRelate } = await waysOut(given);
  return { ids: tools.map(({ id }) => id), toolsRelate };
};

test("a word too far away to be corrected is offered as the nearest that finds something", async () => {
  expect((await engine.search(aQuery({ text: "katmandooh" }))).total).toBe(0);
  expect((await waysOut({ text: "katmandooh" })).spellings).toEqual([{ text: "kathmandu", total: 1 }]);
});

test("a spelling that finds nothing with the same filters is not offered", async () => {
  expect((await waysOut({ text: "katmandooh", filters: { year: ["2015"] } })).spellings).toHaveLength(1);
  expect((await waysOut({ text: "katmandooh", filters: { year: ["2019"] } })).spellings).toEqual([]);
});

test("fewer filters are offered where they find something", async () => {
  const { fewerFilters, withoutFilters } = await waysOut({
    text: "lamps",
    filters: { year: ["1999"], theme: ["participation"] },
  });
  expect(fewerFilters).toEqual([{ facet: "year", value: "1999", total: 1 }]);
  expect(withoutFilters).toBe(1);
});

test("what lies too far away, or in other years, is offered without its distance and dates", async () => {
  const near = { latitude: 48.2, longitude: 16.4, km: 50 };
  const dates = { from: "1990", to: "1991" };
  await engine.put([anEntry({ id: "vienna", title: "Lamps of Vienna", location: near, date: "2020" })]);
  expect(await waysOut({ text: "lamps", near, dates, sort: "distance" })).toMatchObject({
    ...{ withoutDates: 1, withoutPlace: 0, withoutFilters: 2 },
  });
  expect(await waysOut({ text: "shelters", near, sort: "distance" })).toMatchObject({
    ...{ withoutDates: 0, withoutPlace: 1, withoutFilters: 1 },
  });
  expect(await waysOut({ text: "xqzxqz" })).toMatchObject({ withoutDates: 0, withoutPlace: 0, withoutFilters: 0 });
});

test.each([
  ["those that the words name", { text: "procurement", filters: { year: ["1999"] } }, "procurement"],
  ["those that the nearest spelling names", { text: "prokurmnt" }, "procurement"],
  ["those used by what the words find", { text: "lamps", filters: { year: ["1999"] } }, "community-outreach"],
  ["those with the same filters", { text: "xqzxqz", filters: { theme: ["governance"] } }, "charter"],
])("related tools: %s", async (_, given, id) => {
  expect(await toolsOf(given)).toEqual({ ids: [id], toolsRelate: true });
});

test("where nothing relates, tools are offered as what they are: some tools", async () => {
  for (const given of [{ text: "xqzxqz" }, { text: "", filters: { year: ["1999"] } }]) {
    const { ids, toolsRelate } = await toolsOf(given);
    expect(ids).toHaveLength(3);
    expect(toolsRelate).toBe(false);
  }
});
