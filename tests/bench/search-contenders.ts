import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { openDatabase } from "~db/client.server";
import { createMeilisearchEngine, type MeilisearchEngine } from "~search/meilisearch/engine.server";
import type { FacetName, SearchEngine, SearchEntry } from "~search/port";
import type { Thesaurus } from "~search/query/thesaurus";
import { createSqliteEngine, type SqliteSearchEngine } from "~search/sqlite/engine.server";
import { createSqliteWorker, searchWorkerFile } from "~search/sqlite/worker.server";
import { findMeilisearch } from "../support/meilisearch-program";
import { runMeilisearch } from "../support/meilisearch-server";
import { repositoryRoot } from "./collection";
import { PlainFts5 } from "./plain-fts5";
import { timed } from "./times";

interface Filled {
  ms: number;
  entriesPerSecond: number;
  diskMb: number;
  memoryMb: number | null;
}

const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;
const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

/** Fills each engine with the entries, in its own folder, and says what that cost. */
export async function openContenders(
  folder: string,
  entries: SearchEntry[],
  thesaurus: Thesaurus,
  facets: readonly FacetName[],
) {
  const file = join(folder, "bench.sqlite");
  const database = openDatabase(file);
  const embedded = createSqliteWorker({ file, program: searchWorkerFile(repositoryRoot()), thesaurus });
  const filled = (ms: number, bytes: number, memory: number | null): Filled => ({
    ms: Math.round(ms),
    entriesPerSecond: Math.round((entries.length / ms) * 1000),
    diskMb: megabytes(bytes),
    memoryMb: memory === null ? null : megabytes(memory),
  });
  const embeddedMs = await timed(() => embedded.rebuild(entries.values()));
  database.sqlite.pragma("wal_checkpoint(TRUNCATE)");
  const { loadMs, memory } = await readBack();
  const plainFile = join(folder, "plain.sqlite");
  const plainSqlite = new SQLite(plainFile);
  const plain = new PlainFts5(plainSqlite, facets);
  const plainMs = await timed(() => plain.put(entries));
  const meilisearch = await fillMeilisearch(entries, embedded);
  return {
    embedded: embedded as SqliteSearchEngine,
    plain,
    meilisearch: meilisearch?.engine ?? null,
    server: meilisearch?.server ?? null,
    index: {
      sqlite: { ...filled(embeddedMs, statSync(file).size, memory), loadMs: Math.round(loadMs) },
      plainFts5: filled(plainMs, statSync(plainFile).size, null),
      meilisearch: meilisearch ? filled(meilisearch.ms, meilisearch.disk, meilisearch.memory) : ("skipped" as const),
    },
    async close() {
      await meilisearch?.stop();
      await embedded.close();
      await database.close();
      plainSqlite.close();
    },
  };

  /** The index read back in this thread, where memory can be told apart. */
  async function readBack() {
    globalThis.gc?.();
    const before = process.memoryUsage();
    const engine = createSqliteEngine({ ...database, thesaurus });
    const loadMs = await timed(() => engine.count());
    globalThis.gc?.();
    const after = process.memoryUsage();
    await engine.close();
    return { loadMs, memory: after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers };
  }
}

interface FilledMeilisearch {
  engine: MeilisearchEngine;
  server: { url: string; key: string; index: string };
  ms: number;
  disk: number;
  memory: number;
  stop(): Promise<void>;
}

async function fillMeilisearch(
  entries: SearchEntry[],
  reader: SearchEngine & Parameters<typeof createMeilisearchEngine>[0]["reader"],
): Promise<FilledMeilisearch | null> {
  const found = await findMeilisearch();
  if (!("program" in found)) return null;
  const server = await runMeilisearch(found.program);
  const { url, key } = server;
  const index = "polylogue";
  const engine = createMeilisearchEngine({ url, key, index, timeoutMs: 300_000, reader });
  const ms = await timed(() => engine.rebuild(entries.values()));
  return {
    engine,
    server: { url, key, index },
    ms,
    disk: sizeOf(server.folder),
    memory: residentBytes(server.pid),
    stop: () => server.stop(),
  };
}

/** The memory that a process holds; 0 where the system does not tell. */
function residentBytes(pid: number): number {
  if (process.platform !== "linux") return 0;
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
}
