import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DatabaseConnections } from "~db/client.server";
import { openDatabase } from "~db/client.server";
import { migrateToLatest } from "~db/migrate.server";
import { searchEntries } from "~search/documents.server";
import { createMeilisearchEngine } from "~search/meilisearch/engine.server";
import { bringInStep } from "~search/outbox/bring-in-step.server";
import type { SearchEngine, SearchQuery, SearchResult } from "~search/port";
import { parseThesaurus } from "~search/query/thesaurus";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { loadSeeds } from "~seeds/load-seeds.server";
import { readThesaurus } from "~seeds/read-seeds.server";
import { hasMeilisearch, useMeilisearch } from "../support/meilisearch";
import { aQuery } from "./search-questions";

const texts = [
  ...["", "housing", "human rights", '"human rights"', "rights -human", "right to the city", "water sanitation"],
  ...["how do cities involve young people in decisions?", "participacion de los jovenes", "logement abordable"],
  ...[
    "budget",
    "budgett",
    "govern",
    "VLR",
    "UCLG",
    "16.7",
    "Wien",
    "the",
    '"local government" budget',
    "gwangju -2014",
  ],
];
const filters: SearchQuery["filters"][] = [
  {},
  { type: ["practice"] },
  { type: ["provision", "practice"], region: ["europe"] },
  { region: ["africa"], sdg: ["16"], theme: ["participation"] },
];
const ranges: Partial<SearchQuery>[] = [
  {},
  { dates: { from: "2015", to: "2021-06" } },
  { near: { latitude: 48.2082, longitude: 16.3738, km: 1500 } },
];
/** What must be the same: numbers, not the order of hits. */
const numbers = ({ total, facets, corrections, alsoSearched }: SearchResult) => ({
  ...{ total, facets, corrections, alsoSearched },
});

describe.skipIf(!hasMeilisearch)("the library that an installation starts with, on both engines", () => {
  const folder = mkdtempSync(join(tmpdir(), "polylogue-search-"));
  let database: DatabaseConnections;
  let embedded: SearchEngine;
  let other: SearchEngine;
  let server: Awaited<ReturnType<typeof useMeilisearch>>;
  beforeAll(async () => {
    server = await useMeilisearch();
    database = openDatabase(join(folder, "test.sqlite"));
    await migrateToLatest(database.db);
    await loadSeeds(database.db, "seeds", new Date("2025-01-01T00:00:00Z"));
    const reader = createSqliteEngine({ ...database, thesaurus: parseThesaurus(readThesaurus("seeds")) });
    embedded = reader;
    other = createMeilisearchEngine({ ...server, index: `two-engines-${process.pid}`, reader });
    await embedded.rebuild(searchEntries(database.db));
    await other.rebuild(searchEntries(database.db));
  });
  afterAll(async () => {
    await other.close();
    await database.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(texts)("totals and counts are equal: %s", async (text) => {
    for (const filter of filters) {
      for (const range of ranges) {
        const query = aQuery({ text, filters: filter, ...range });
        const [one, two] = [await embedded.search(query), await other.search(query)];
        expect(numbers(two), JSON.stringify(query)).toEqual(numbers(one));
      }
    }
  });

  test.each(texts)("the same are found, and nearly the same are first: %s", async (text) => {
    const query = aQuery({ text, perPage: 1000 });
    const [one, two] = [await embedded.search(query), await other.search(query)];
    const ids = ({ hits }: SearchResult) => hits.map(({ id }) => id);
    expect(ids(two).sort()).toEqual(ids(one).sort());
    const first = one.hits.slice(0, 10).map(({ id }) => id);
    const shared = two.hits.slice(0, 10).filter(({ id }) => first.includes(id));
    if (text !== "") expect(shared.length).toBeGreaterThanOrEqual(Math.min(first.length, 10) * 0.6);
  });

  test("both hold the same entries with the same hashes", async () => {
    expect(await other.contents()).toEqual(await embedded.contents());
  });

  test("what is withdrawn is found on neither, by no word and in no count", async () => {
    const id = "ariana-participatory-budget";
    const before = await other.search(aQuery({ text: "Ariana" }));
    expect(before.hits.map((hit) => hit.id)).toContain(id);
    await database.db.updateTable("entry").set({ published_at: null }).where("id", "=", id).execute();
    for (const engine of [embedded, other]) {
      await bringInStep(database.db, engine, [id]);
      const { hits, total } = await engine.search(aQuery({ text: "Ariana", perPage: 100 }));
      expect(hits.map((hit) => hit.id)).not.toContain(id);
      expect(total).toBe(before.total - 1);
      expect((await engine.contents()).map((entry) => entry.id)).not.toContain(id);
      const suggested = await engine.suggest("participatory budget", { language: "en", limit: 20 });
      expect(suggested.map((one) => one.id)).not.toContain(id);
    }
  });
});
