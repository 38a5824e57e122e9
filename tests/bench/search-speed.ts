import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { openDatabase } from "~db/client.server";
import type { FacetName, SearchQuery } from "~search/port";
import type { Thesaurus } from "~search/query/thesaurus";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { generateEntries, generateQueries, type Samples } from "./generate";
import { PlainFts5 } from "./plain-fts5";

const counted: FacetName[] = ["type", "theme", "region", "year", "sdg"];
/** Full searches asked of each engine, every one of them new to it. */
const searches = 400;

export interface Times {
  p50: number;
  p95: number;
  p99: number;
}

export function summarise(times: number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 100) / 100;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;

/** Speed, size and memory at one number of entries: our engine and plain FTS5, asked the same queries in turn. */
export async function measureSpeed(count: number, samples: Samples, thesaurus: Thesaurus) {
  const folder = mkdtempSync(join(tmpdir(), "polylogue-speed-"));
  const file = join(folder, "bench.sqlite");
  const database = openDatabase(file);
  const plainSqlite = new SQLite(join(folder, "plain.sqlite"));
  try {
    const entries = [...generateEntries(count, samples)];
    globalThis.gc?.();
    const before = process.memoryUsage();
    const engine = createSqliteEngine({ ...database, thesaurus });
    const indexMs = await timed(() => engine.rebuild(entries));
    globalThis.gc?.();
    const after = process.memoryUsage();
    const plain = new PlainFts5(plainSqlite, counted);
    const plainIndexMs = await timed(() => plain.put(entries));
    database.sqlite.pragma("wal_checkpoint(TRUNCATE)");
    const reload = createSqliteEngine({ ...database, thesaurus });
    const loadMs = await timed(() => reload.count());

    const queries = generateQueries(entries, searches + 40);
    const ours: number[] = [];
    const theirs: number[] = [];
    let cpu = 0;
    for (const [number, text] of queries.entries()) {
      const filters: SearchQuery["filters"] =
        number % 3 === 0 ? { type: ["practice"], theme: ["theme-1", "theme-2"] } : {};
      const query: SearchQuery = {
        text,
        filters,
        sort: "relevance",
        page: 1,
        perPage: 20,
        language: "en",
        countFacets: counted,
      };
      // A page nobody asks for: makes every query new, so that nothing comes from memory.
      const fresh = {
        ...query,
        perPage: 20,
        text: `${" ".repeat(number % 7)}${text}${" ".repeat(Math.floor(number / 7) % 50)}`,
      };
      const cpuBefore = process.cpuUsage();
      const time = await timed(() => engine.search(fresh));
      const used = process.cpuUsage(cpuBefore);
      const plainTime = number % (count > 20_000 ? 8 : 1) === 0 ? await timed(() => plain.search(query)) : null;
      // The first ones only warm up the machine.
      if (number < 40) continue;
      ours.push(time);
      cpu += used.user + used.system;
      if (plainTime !== null) theirs.push(plainTime);
    }
    const suggestions: number[] = [];
    const plainSuggestions: number[] = [];
    for (const [number, text] of queries.slice(0, 150).entries()) {
      for (let length = 1; length <= Math.min(12, text.length); length++) {
        const typed = text.slice(0, length);
        const time = await timed(() => engine.suggest(typed, { language: "en", limit: 8 }));
        if (number > 10) suggestions.push(time);
        if (number % 10 === 0) plainSuggestions.push(await timed(() => plain.suggest(typed, 8)));
      }
    }
    const edit = entries.slice(0, 50);
    const updates: number[] = [];
    for (const entry of edit)
      updates.push(await timed(() => engine.put([{ ...entry, title: `${entry.title} again` }])));
    return {
      entries: count,
      facetsCounted: counted.length,
      search: {
        sqlite: { ...summarise(ours), cpuMsMean: Math.round(cpu / ours.length / 10) / 100 },
        plainFts5: summarise(theirs),
      },
      suggest: { sqlite: summarise(suggestions), plainFts5: summarise(plainSuggestions) },
      update: summarise(updates),
      index: {
        ms: Math.round(indexMs),
        entriesPerSecond: Math.round((count / indexMs) * 1000),
        plainFts5Ms: Math.round(plainIndexMs),
        loadMs: Math.round(loadMs),
        fileMb: megabytes(statSync(file).size),
        plainFts5FileMb: megabytes(statSync(join(folder, "plain.sqlite")).size),
        memoryMb: megabytes(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers),
      },
    };
  } finally {
    await database.close();
    plainSqlite.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
