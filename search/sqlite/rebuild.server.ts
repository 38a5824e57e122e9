import { setImmediate } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import type { SearchEntry } from "../port";
import { IndexState } from "./index-state.server";
import { IndexWriter, type PreparedEntry } from "./index-writer.server";
import { learnLatent } from "./latent-index.server";
import {
  createGeneration,
  currentFormat,
  dropGeneration,
  emptyGeneration,
  generationsOf,
  readStatus,
} from "./tables.server";
import { whenFree } from "./when-free.server";

/** So many entries are written in one transaction: the shorter, the less others wait. */
const batchSize = 200;
/** So many are analysed before others get their turn. */
const turnSize = 20;

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
    await dropOthers(sqlite);
    const writer = new IndexWriter(sqlite, state);
    let batch: PreparedEntry[] = [];
    for await (const entry of entries) {
      if (batch.length % turnSize === 0) await setImmediate();
      batch.push(writer.prepare(entry));
      if (batch.length < batchSize) continue;
      await writeBatch(sqlite, writer, batch, generation);
      batch = [];
      onProgress?.(state.columns.count);
    }
    await writeBatch(sqlite, writer, batch, generation);
    onProgress?.(state.columns.count);
    state.latent = await learnLatent(sqlite, generation);
    await swap(sqlite, state);
  } catch (error) {
    await abandon(sqlite, generation);
    throw error;
  }
  // The new index stands, whatever becomes of the old one: the next rebuild would drop it too.
  await dropOthers(sqlite).catch(() => undefined);
  return state;
}

/** Starts a generation; from now on, changes of the living one are noted for it. */
function begin(sqlite: Database): Promise<number> {
  return whenFree(sqlite, () => {
    const generation = Math.max(...generationsOf(sqlite)) + 1;
    createGeneration(sqlite, generation);
    sqlite.exec("delete from search_pending");
    sqlite.prepare("update search_state set building = ? where id = 1").run(generation);
    return generation;
  });
}

async function writeBatch(
  sqlite: Database,
  writer: IndexWriter,
  batch: PreparedEntry[],
  generation: number,
): Promise<void> {
  const write = () => {
    assertOurs(sqlite, generation);
    for (const entry of batch) writer.write(entry);
  };
  // What is half built may be lost. The swap waits for the disk, for all of it.
  await whenFree(sqlite, write, { durable: false });
}

async function swap(sqlite: Database, state: IndexState): Promise<void> {
  const writer = new IndexWriter(sqlite, state);
  await whenFree(sqlite, () => {
    assertOurs(sqlite, state.generation);
    const pending = sqlite.prepare("select id, entry from search_pending order by seq").all();
    for (const { id, entry } of pending as { id: string; entry: string | null }[]) {
      if (entry === null) writer.remove(id);
      else writer.write(writer.prepare(JSON.parse(entry) as SearchEntry));
    }
    sqlite.exec("delete from search_pending");
    state.version = readStatus(sqlite).version + 1;
    sqlite
      .prepare(
        "update search_state set format = ?, generation = ?, version = ?, complete = 1, building = null where id = 1",
      )
      .run(currentFormat(), state.generation, state.version);
  });
}

async function abandon(sqlite: Database, generation: number): Promise<void> {
  await whenFree(sqlite, () => {
    if (readStatus(sqlite).building !== generation) return;
    dropGeneration(sqlite, generation);
    sqlite.exec("delete from search_pending; update search_state set building = null where id = 1");
  });
}

/** Drops generations that nobody reads or writes: an old one, and what was left of rebuilds that were killed. */
async function dropOthers(sqlite: Database): Promise<void> {
  for (const generation of generationsOf(sqlite)) {
    const isOther = () => {
      const status = readStatus(sqlite);
      return generation !== status.generation && generation !== status.building;
    };
    // Bit by bit: to drop many entries at once would keep those waiting who write something else.
    while (await whenFree(sqlite, () => isOther() && emptyGeneration(sqlite, generation)));
    await whenFree(sqlite, () => isOther() && dropGeneration(sqlite, generation));
  }
}

function assertOurs(sqlite: Database, generation: number): void {
  if (readStatus(sqlite).building !== generation) throw new Error("another rebuild of the search index has taken over");
}
