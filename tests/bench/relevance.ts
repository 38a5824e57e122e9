import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { openDatabase } from "~db/client.server";
import type { Thesaurus } from "~search/query/thesaurus";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import type { Collection } from "./collection";
import { PlainFts5 } from "./plain-fts5";
import { seededRandom, withTypo } from "./random";

export interface Quality {
  ndcg10: number;
  recall100: number;
  mrr10: number;
}
type Search = (text: string, language: string) => Promise<string[]>;

const round = (value: number) => Math.round(value * 1000) / 1000;
const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2);

export function ndcg(ids: string[], grades: Map<string, number>, depth = 10): number {
  const best = [...grades.values()].sort((a, b) => b - a).slice(0, depth);
  const ideal = best.reduce((sum, grade, place) => sum + gain(grade, place), 0);
  const got = ids.slice(0, depth).reduce((sum, id, place) => sum + gain(grades.get(id) ?? 0, place), 0);
  return ideal === 0 ? 0 : got / ideal;
}

async function rate(queries: Collection["queries"], search: Search): Promise<Quality> {
  const sums = { ndcg10: 0, recall100: 0, mrr10: 0 };
  for (const { text, language, grades } of queries) {
    const ids = await search(text, language);
    const relevant = [...grades].filter(([, grade]) => grade > 0).map(([id]) => id);
    sums.ndcg10 += ndcg(ids, grades);
    sums.recall100 += relevant.filter((id) => ids.slice(0, 100).includes(id)).length / Math.max(1, relevant.length);
    const first = ids.slice(0, 10).findIndex((id) => (grades.get(id) ?? 0) > 0);
    sums.mrr10 += first < 0 ? 0 : 1 / (first + 1);
  }
  const mean = (sum: number) => round(sum / Math.max(1, queries.length));
  return { ndcg10: mean(sums.ndcg10), recall100: mean(sums.recall100), mrr10: mean(sums.mrr10) };
}

/** Our engine and plain FTS5 over the same entries, asked the same queries, clean and with a typing error in each. */
export async function measureRelevance(collection: Collection, thesaurus: Thesaurus) {
  const folder = mkdtempSync(join(tmpdir(), "polylogue-relevance-"));
  const database = openDatabase(join(folder, "bench.sqlite"));
  const plainSqlite = new SQLite(join(folder, "plain.sqlite"));
  try {
    const engine = createSqliteEngine({ ...database, thesaurus });
    await engine.rebuild(collection.entries);
    const plain = new PlainFts5(plainSqlite, []);
    plain.put(collection.entries);
    const ours: Search = async (text, language) => {
      const query = { text, filters: {}, sort: "relevance" as const, page: 1, perPage: 100, language, countFacets: [] };
      return (await engine.search(query)).hits.map((hit) => hit.id);
    };
    const plainly: Search = async (text) => plain.ids(text, 100);
    const random = seededRandom(7);
    const misspelt = collection.queries.map((query) => ({ ...query, text: withTypo(query.text, random) }));
    return {
      collection: collection.name,
      entries: collection.entries.length,
      queries: collection.queries.length,
      sqlite: await rate(collection.queries, ours),
      plainFts5: await rate(collection.queries, plainly),
      sqliteTypos: await rate(misspelt, ours),
      plainFts5Typos: await rate(misspelt, plainly),
    };
  } finally {
    await database.close();
    plainSqlite.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
