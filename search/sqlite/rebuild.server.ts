import { setImmediate } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import type { SearchEntry } from "../port";
import { IndexState } from "./index-state.server";
import { IndexWriter } from "./index-writer.server";
import { learnLatent } from "./latent-index.server";
import { createGeneration, dropGeneration, readStatus } from "./tables.server";
import { whenFree } from "./when-free.server";

const batchSize = 200;

/**
 * Writes a new generation of the index beside the living one and swaps them in one transaction. Changes that come meanwhile, from
 * this or another process, wait in `search_pending` and are made before the swap. A rebuild that fails leaves the old index as it was.
 */
export async function rebuildIndexTables(
  sqlite: Database,
  entries: AsyncIterable<SearchEntry> | Iterable<SearchEntry>,
  onProgress?: (written: number) => void,
): Promise<IndexState> {
  const generation = await begin(sqlite);
  const state = new IndexState(generation, 0);
  try {
    const writer = new IndexWriter(sqlite, state);
    let batch: SearchEntry[] = [];
    for await (const entry of entries) {
      batch.push(entry);
      if (batch.length === batchSize) {
        await writeBatch(sqlite, writer, batch, generation);
        batch = [];
        onProgress?.(state.columns.count);
      }
    }
    await writeBatch(sqlite, writer, batch, generation);
    onProgress?.(state.columns.count);
    state.latent = await learnLatent(sqlite, generation);
    await swap(sqlite, state);
    return state;
  } catch (error) {
    await abandon(sqlite, generation);
    throw error;
  }
}

/** Starts a generation; one that another rebuild left half done is dropped. */
async function begin(sqlite: Database): Promise<number> {
  await whenFree(sqlite);
  return sqlite
    .transaction(() => {
      const status = readStatus(sqlite);
      if (status.building !== null) dropGeneration(sqlite, status.building);
      const generation = Math.max(status.generation, status.building ?? 0) + 1;
      createGeneration(sqlite, generation);
      sqlite.exec("delete from search_pending");
      sqlite.prepare("update search_state set building = ? where id = 1").run(generation);
      return generation;
    })
    .immediate();
}

async function writeBatch(
  sqlite: Database,
  writer: IndexWriter,
  batch: SearchEntry[],
  generation: number,
): Promise<void> {
  // Requests that wait get their turn between two batches.
  await setImmediate();
  await whenFree(sqlite);
  const write = sqlite.transaction(() => {
    assertOurs(sqlite, generation);
    for (const entry of batch) writer.put(entry);
  });
  // No wait for the disk: what is half built may be lost. The swap waits, for all of it. Nobody else writes in this turn.
  const synchronous = sqlite.pragma("synchronous", { simple: true });
  sqlite.pragma("synchronous = NORMAL");
  try {
    write.immediate();
  } finally {
    sqlite.pragma(`synchronous = ${synchronous}`);
  }
}

async function swap(sqlite: Database, state: IndexState): Promise<void> {
  await whenFree(sqlite);
  const writer = new IndexWriter(sqlite, state);
  sqlite
    .transaction(() => {
      assertOurs(sqlite, state.generation);
      const pending = sqlite.prepare("select id, entry from search_pending order by seq").all();
      for (const { id, entry } of pending as { id: string; entry: string | null }[]) {
        if (entry === null) writer.remove(id);
        else writer.put(JSON.parse(entry) as SearchEntry);
      }
      const old = readStatus(sqlite);
      dropGeneration(sqlite, old.generation);
      sqlite.exec("delete from search_pending");
      state.version = old.version + 1;
      sqlite
        .prepare("update search_state set generation = ?, version = ?, complete = 1, building = null where id = 1")
        .run(state.generation, state.version);
    })
    .immediate();
}

async function abandon(sqlite: Database, generation: number): Promise<void> {
  await whenFree(sqlite);
  sqlite
    .transaction(() => {
      if (readStatus(sqlite).building !== generation) return;
      dropGeneration(sqlite, generation);
      sqlite.exec("delete from search_pending; update search_state set building = null where id = 1");
    })
    .immediate();
}

function assertOurs(sqlite: Database, generation: number): void {
  if (readStatus(sqlite).building !== generation) throw new Error("another rebuild of the search index has taken over");
}
