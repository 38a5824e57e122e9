import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DatabaseConnections, openDatabase } from "~db/client.server";
import { migrateToLatest } from "~db/migrate.server";
import { createMeilisearchEngine } from "~search/meilisearch/engine.server";
import { type FacetName, facetNames, type SearchEngine, type SearchEntry, type SearchQuery } from "~search/port";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { readSeededCorpus, samplesOf } from "../bench/corpus";
import { generateEntries } from "../bench/generate";
import { hasMeilisearch, useMeilisearch } from "../support/meilisearch";
import { hostileQueries } from "./search-hostile-queries";
import { aQuery, plain } from "./search-questions";

const root = join(import.meta.dirname, "..", "..");
/** DIFFERENCE_RUNS=5000 for a long look; DIFFERENCE_SEED to see a failure again: it is in its message. */
const numRuns = Number(process.env.DIFFERENCE_RUNS ?? 120);
const seed = Number(process.env.DIFFERENCE_SEED ?? 7);
const generated = 2000;
/** So many are all on one page. */
const wholePage = 3000;

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

/** Any text that people type, and some that nobody should: made of what the entries say. */
function anyText(entries: SearchEntry[]): fc.Arbitrary<string> {
  const passages = entries.flatMap(({ title, summary, text, names }) => [title, ...names, summary, text.slice(0, 600)]);
  const words = passages.map(wordsOf).filter((one) => one.length > 0);
  const passage = fc.constantFrom(...words);
  const word = passage.chain((one) => fc.constantFrom(...one));
  const run = (least: number, most: number) =>
    fc.tuple(passage, fc.nat(200), fc.integer({ min: least, max: most })).map(([one, from, length]) => {
      const start = from % one.length;
      return one.slice(start, start + length).join(" ");
    });
  const odd = fc.constantFrom(...hostileQueries.filter((query) => query.length < 200));
  const part = fc.oneof(
    { weight: 6, arbitrary: word },
    { weight: 2, arbitrary: run(2, 4).map((words) => `"${words}"`) },
    { weight: 2, arbitrary: word.map((one) => `-${one}`) },
    { weight: 1, arbitrary: run(2, 2).map((words) => `-"${words}"`) },
    // Beginnings and typing errors.
    { weight: 2, arbitrary: word.map((one) => one.slice(0, 4)) },
    { weight: 2, arbitrary: fc.tuple(word, fc.nat(20)).map(([one, at]) => one.slice(0, at) + one.slice(at + 1)) },
    { weight: 1, arbitrary: odd },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
  );
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant("") },
    { weight: 2, arbitrary: run(5, 12) },
    { weight: 6, arbitrary: fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" ")) },
  );
}

function anyQuery(entries: SearchEntry[]): fc.Arbitrary<SearchQuery> {
  const valuesOf = (facet: FacetName) => [...new Set(entries.flatMap((entry) => entry.facets[facet]))];
  const filter = fc.constantFrom(...facetNames).chain((facet) => {
    const value = fc.constantFrom(...valuesOf(facet), "nowhere");
    return fc.array(value, { minLength: 1, maxLength: 3 }).map((values) => [facet, values] as const);
  });
  const year = fc.integer({ min: 1940, max: 2030 }).map(String);
  const day = fc.tuple(year, fc.constantFrom("", "-02", "-12", "-06-15", "-01-01")).map((parts) => parts.join(""));
  const place = fc.constantFrom(...entries.flatMap(({ location }) => (location ? [location] : [])));
  const near = fc.tuple(place, fc.constantFrom(0, 1, 50, 700, 9000, 30_000)).map(([at, km]) => ({ ...at, km }));
  return fc
    .record({
      text: anyText(entries),
      filters: fc.oneof(
        fc.constant([]),
        fc.array(filter, { maxLength: 3 }).map((all) => all),
      ),
      dates: fc.option(fc.record({ from: fc.option(day), to: fc.option(day) }), { freq: 3, nil: undefined }),
      near: fc.option(near, { freq: 4, nil: undefined }),
      sort: fc.constantFrom("relevance" as const, "date" as const, "title" as const, "distance" as const),
      language: fc.constantFrom("en", "fr", "es"),
    })
    .map(({ filters, dates, ...rest }) =>
      aQuery({
        ...rest,
        filters: Object.fromEntries(filters),
        dates: dates && { from: dates.from ?? undefined, to: dates.to ?? undefined },
      }),
    );
}

describe.skipIf(!hasMeilisearch)("any question to both engines", () => {
  const folder = mkdtempSync(join(tmpdir(), "polylogue-search-"));
  let database: DatabaseConnections;
  let embedded: SearchEngine;
  let other: SearchEngine;
  let entries: SearchEntry[];
  let server: Awaited<ReturnType<typeof useMeilisearch>>;
  beforeAll(async () => {
    server = await useMeilisearch();
    const corpus = await readSeededCorpus(root);
    entries = [...corpus.entries, ...generateEntries(generated, samplesOf(corpus.entries, root))];
    database = openDatabase(join(folder, "test.sqlite"));
    await migrateToLatest(database.db);
    const reader = createSqliteEngine({ ...database, thesaurus: corpus.thesaurus });
    embedded = reader;
    other = createMeilisearchEngine({ ...server, index: `random-${process.pid}`, reader });
    await embedded.rebuild(entries);
    await other.rebuild(entries);
  });
  afterAll(async () => {
    await other.close();
    await database.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("has the same total, the same counts and the same entries, in the same order where there is one", async () => {
    const agree = async (query: SearchQuery) => {
      const whole = { ...query, perPage: wholePage };
      const [one, two] = [await embedded.search(whole), await other.search(whole)];
      for (const part of ["total", "facets", "corrections", "alsoSearched"] as const) {
        expect(two[part], part).toEqual(one[part]);
      }
      const ids = ({ hits }: typeof one) => hits.map(({ id }) => id);
      expect(ids(two).sort(), "entries").toEqual(ids(one).sort());
      expect(new Set(ids(two)).size).toBe(one.total);
      if (query.sort === "date") {
        expect(two.hits.map(({ date }) => date)).toEqual(one.hits.map(({ date }) => date));
      }
      if (query.sort === "title" && one.total <= 2000) {
        expect(two.hits.map(({ title }) => plain(title))).toEqual(one.hits.map(({ title }) => plain(title)));
      }
      // Pages, the deep ones too, are parts of the whole.
      const pages = Math.ceil(one.total / 20);
      for (const page of new Set([1, Math.ceil(pages / 2), pages, pages + 1])) {
        if (page < 1) continue;
        const { hits, total } = await other.search({ ...query, page, perPage: 20 });
        expect(total).toBe(one.total);
        expect(hits).toHaveLength(Math.max(0, Math.min(20, one.total - (page - 1) * 20)));
      }
    };
    await fc.assert(fc.asyncProperty(anyQuery(entries), agree), { numRuns, seed, interruptAfterTimeLimit: undefined });
  }, 3_600_000);
});
