import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { openDatabase } from "~db/client.server";
import { rankingQuality } from "~search/evaluate/evaluate";
import type { JudgedCollection, JudgedQuery } from "~search/evaluate/judged-collection.server";
import { createPlainFts5 } from "~search/evaluate/plain-fts5.server";
import { meanQuality, qualityOf } from "~search/evaluate/quality";
import { withTypingError } from "~search/evaluate/typing-error";
import { seededRandom } from "~search/latent/seeded-random";
import type { SearchEngine } from "~search/port";
import type { Thesaurus } from "~search/query/thesaurus";
import { createSqliteEngine } from "~search/sqlite/engine.server";

/** A query of the seeded library: `kind` tells how it was made, `cross-language` among others. */
export type SeedQuery = JudgedQuery & { kind?: string };

/** Only what answers a query is asked for in full; what is merely related may stay away. */
const answers = 3;

/** Our engine and plain FTS5 over the same entries, asked the same queries, clean and with a typing error in each. */
export async function measureRelevance(
  collection: Omit<JudgedCollection, "queries"> & { queries: SeedQuery[] },
  thesaurus: Thesaurus,
) {
  const folder = mkdtempSync(join(tmpdir(), "polylogue-relevance-"));
  const database = openDatabase(join(folder, "bench.sqlite"));
  const plainSqlite = new SQLite(join(folder, "plain.sqlite"));
  try {
    const engine = createSqliteEngine({ ...database, thesaurus });
    await engine.rebuild(collection.entries);
    const plain = createPlainFts5(plainSqlite, collection.entries);
    const random = seededRandom(7);
    const { queries } = collection;
    const misspelt = queries.map((query) => ({ ...query, text: withTypingError(query.text, random) }));
    const crossing = queries.filter((query) => query.kind === "cross-language");
    return {
      collection: collection.name,
      entries: collection.entries.length,
      queries: queries.length,
      sqlite: await rate(queries, engine),
      plainFts5: rankingQuality(queries, plain.ids),
      sqliteTypos: await rate(misspelt, engine),
      plainFts5Typos: rankingQuality(misspelt, plain.ids),
      crossLanguage: crossing.length === 0 ? null : await crossLanguage(crossing, engine),
      keystrokes: await medianKeystrokes(collection, engine),
    };
  } finally {
    await database.close();
    plainSqlite.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function idsOf(engine: SearchEngine, { text, language }: JudgedQuery): Promise<string[]> {
  const query = { text, filters: {}, sort: "relevance" as const, page: 1, perPage: 100, language, countFacets: [] };
  return (await engine.search(query)).hits.map((hit) => hit.id);
}

async function rate(queries: JudgedQuery[], engine: SearchEngine) {
  const qualities = [];
  for (const query of queries) qualities.push(qualityOf(await idsOf(engine, query), query.grades));
  return meanQuality(qualities);
}

/** Of queries in another language than the entries: how much of what answers them is among the first ten, and how often anything is. */
async function crossLanguage(queries: JudgedQuery[], engine: SearchEngine) {
  let recall = 0;
  let found = 0;
  for (const query of queries) {
    const first = (await idsOf(engine, query)).slice(0, 10);
    const wanted = [...query.grades].filter(([, grade]) => grade >= answers).map(([id]) => id);
    const hits = wanted.filter((id) => first.includes(id)).length;
    recall += hits / Math.min(10, Math.max(1, wanted.length));
    found += hits > 0 ? 1 : 0;
  }
  const share = (sum: number) => Math.round((1e4 * sum) / queries.length) / 1e4;
  return { queries: queries.length, recall10: share(recall), answered10: share(found) };
}

/**
 * How many letters one types until the entry that is meant is among the first three suggestions: the title of each entry that
 * answers a query, typed from its beginning. Provisions are found by search, not by their numbered titles.
 */
async function medianKeystrokes({ entries, queries }: JudgedCollection, engine: SearchEngine): Promise<number | null> {
  const wanted = new Set(
    queries.flatMap(({ grades }) => [...grades].filter(([, grade]) => grade >= answers).map(([id]) => id)),
  );
  const typed = entries.filter((entry) => wanted.has(entry.id) && entry.kind !== "provision");
  const counts: number[] = [];
  for (const { id, title, language } of typed) {
    let letters = 1;
    while (letters < title.length) {
      const first = await engine.suggest(title.slice(0, letters), { language, limit: 3 });
      if (first.some((suggestion) => suggestion.id === id)) break;
      letters += 1;
    }
    counts.push(letters);
  }
  return counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? null;
}
