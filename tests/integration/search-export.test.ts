import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { collectHits } from "~/domain/api/export/collect-hits.server";
import { getCitationSource } from "~/domain/citations/citation-queries.server";
import { listCitationSources } from "~/domain/citations/citation-sources-queries.server";
import { readEnv } from "~/env.server";
import { createServices } from "~/services.server";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { aQuery } from "../contracts/search-engine";
import { anEntry, thesaurus } from "../contracts/search-entries";
import { type ApiServer, startApiServer } from "../support/api-server";
import { tempDatabase, tempFolder } from "../support/temp";

let server: ApiServer;
beforeAll(async () => {
  server = await startApiServer();
});
afterAll(() => server?.close());

const textOf = async (path: string) => {
  const response = await server.get(path);
  expect(response.status, path).toBe(200);
  // `text()` would leave out the byte order mark.
  return { response, text: Buffer.from(await response.arrayBuffer()).toString() };
};

describe.each([
  ["csv", "text/csv"],
  ["json", "application/json"],
  ["bib", "application/x-bibtex"],
  ["ris", "application/x-research-info-systems"],
])("a result as .%s", (extension, type) => {
  test("is a file of its type, and not for search engines", async () => {
    const { response } = await textOf(`/search/export.${extension}?q=participation`);
    expect(response.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="polylogue-search.${extension}"`);
    expect(response.headers.get("x-robots-tag")).toBe("noindex");
  });

  test("is refused with words where a parameter or value is wrong", async () => {
    const response = await server.get(`/search/export.${extension}?theme=houses&colour=red`);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toMatch(/colour “red” is not a parameter.*theme “houses” is not a known theme/);
  });
});

interface Export {
  query: object;
  total: number;
  exported: number;
  hits: { id: string; type: string }[];
}

test("the JSON file has the hits of all pages as the API gives them", async () => {
  const exported: Export = JSON.parse((await textOf("/search/export.json?q=rights")).text);
  const given = await Promise.all(
    [1, 2].map(async (page) => (await server.get(`/api/v1/search?q=rights&per_page=40&page=${page}`)).json()),
  );
  expect(exported.total).toBe(given[0].total);
  expect(exported.total).toBeGreaterThan(40);
  expect(exported.hits.slice(0, 80)).toEqual(given.flatMap(({ hits }) => hits).slice(0, exported.total));
  expect(exported.exported).toBe(exported.total);
  expect(exported.query).toEqual(given[0].query);
});

test("the CSV file has a line for every result, in the same order", async () => {
  const { text } = await textOf("/search/export.csv?type=tool&sort=title");
  const exported: Export = JSON.parse((await textOf("/search/export.json?type=tool&sort=title")).text);
  const lines = text.trimEnd().split("\r\n");
  expect(lines[0]).toMatch(/^\uFEFF"id","type","title","url"/);
  expect(lines.slice(1).map((line) => line.split('"')[1])).toEqual(exported.hits.map(({ id }) => id));
});

test("what can be cited is in the files for reference managers, each once, as it is cited by itself", async () => {
  const all: Export = JSON.parse((await textOf("/search/export.json")).text);
  const cited = all.hits.filter(({ type }) => !["city", "organisation", "network"].includes(type)).map(({ id }) => id);
  const { text: bibtex } = await textOf("/search/export.bib");
  const { text: ris } = await textOf("/search/export.ris");
  const keys = [...bibtex.matchAll(/^@\w+\{(.*),$/gm)].map(([, key]) => key);
  expect(keys).toEqual(cited.map((id) => id.replace("/", "_")));
  expect([...ris.matchAll(/^ID {2}- (.*)$/gm)].map(([, id]) => id)).toEqual(keys);
  for (const id of ["participatory-budgeting", "test-charter/recommendation-1"]) {
    expect(bibtex).toContain((await textOf(`/cite/${id}?format=bibtex`)).text.trim());
    expect(ris).toContain((await textOf(`/cite/${id}?format=ris`)).text.trim());
  }
});

test("of types that are not cited there is nothing for reference managers", async () => {
  expect((await textOf("/search/export.bib?type=city")).text).toBe("");
  expect((await textOf("/search/export.bib?type=city&type=tool&q=budgeting")).text).toMatch(/^@/);
});

test("citations read together are those read one by one", async () => {
  const services = await createServices(readEnv({ DATA_DIR: tempFolder(), LOG_LEVEL: "silent" }));
  try {
    const rows = await services.readDb.selectFrom("entry").select("id").orderBy("id").execute();
    const ids = rows.map(({ id }) => id);
    const single = [];
    for (const id of ids) single.push((await getCitationSource(services.readDb, id))?.source);
    const together = await listCitationSources(services.readDb, ids);
    expect(together.length).toBeGreaterThan(100);
    expect(together).toEqual(single.filter((source) => source !== undefined));
  } finally {
    await services.close();
  }
});

test("of more than a thousand results the first thousand are exported", async () => {
  const engine = createSqliteEngine({ ...(await tempDatabase()), thesaurus });
  await engine.put(Array.from({ length: 1101 }, (_, n) => anEntry({ id: `entry-${n}`, title: `Entry ${n} of many` })));
  const { total, hits } = await collectHits(engine, aQuery({ text: "many" }));
  expect(total).toBe(1101);
  expect(new Set(hits.map(({ id }) => id)).size).toBe(1000);
  const best = await engine.search(aQuery({ text: "many", perPage: 100 }));
  expect(hits.slice(0, 100).map(({ id }) => id)).toEqual(best.hits.map(({ id }) => id));
  await engine.close();
});

test.each([
  [
    "a city as it is called in another language",
    "near=Vienne&km=800&sort=distance",
    "near=vienna&km=800&sort=distance",
  ],
  ["a city that nobody knows", "near=Atlantis&q=participation&sort=distance", "q=participation"],
])("the files and the feed that a page offers can be had: %s", async (_, asked, read) => {
  const { text } = await textOf(`/search?${asked}`);
  const paths = [...text.matchAll(/href="(\/(?:search\/export|search\/feed|api\/v1\/search)[^"]*)"/g)]
    .map(([, path = ""]) => path.replaceAll("&amp;", "&"))
    .filter((path) => !path.includes(".bib") && !path.includes(".ris"));
  expect(paths.length).toBeGreaterThan(3);
  for (const path of paths) {
    expect(path).toContain(`?${read}`);
    expect((await server.get(path)).status, path).toBe(200);
  }
});

describe("the API's search", () => {
  const search = async (query: string) => (await server.get(`/api/v1/search?${query}`)).json();

  test("is narrowed by dates", async () => {
    const { query, hits, total } = await search("from=2019&to=2021-06&per_page=100");
    expect(query).toMatchObject({ from: "2019", to: "2021-06" });
    expect(total).toBeGreaterThan(0);
    for (const { id, date } of hits) expect(date >= "2019" && date < "2021-07", `${id}: ${date}`).toBe(true);
    expect(total).toBeLessThan((await search("")).total);
  });

  test("is narrowed to what lies near a city, the nearest first", async () => {
    const { query, hits } = await search("near=vienna&km=1000&type=city&sort=distance");
    expect(query).toMatchObject({ near: "vienna", km: 1000, sort: "distance" });
    expect(hits[0].id).toBe("vienna");
    expect(hits.map(({ id }: { id: string }) => id)).not.toContain("gwangju");
    expect((await search("near=vienna&km=20000&type=city")).total).toBeGreaterThan(hits.length);
  });
});
