import { setTimeout } from "node:timers/promises";
import type { Database } from "better-sqlite3";

const patienceMs = 30_000;

/**
 * Does `work` in a transaction of its own, when nobody has one open, on this connection (a write inside someone's transaction would
 * be undone with it) or on another. Waits without standing still; nothing of `work` is done twice. What need not be `durable` does
 * not wait for the disk.
 * @throws Error when the others do not end.
 */
export async function whenFree<T>(sqlite: Database, work: () => T, { durable = true } = {}): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    let hasBegun = false;
    try {
      if (!sqlite.inTransaction) {
        const begin = () => {
          hasBegun = true;
          return work();
        };
        return durable
          ? sqlite.transaction(begin).immediate()
          : withoutSync(sqlite, sqlite.transaction(begin).immediate);
      }
    } catch (error) {
      if (hasBegun || !isBusy(error)) throw error;
    }
    if (Date.now() > until) throw new Error("the database stayed in a transaction; the search index was not changed");
    await setTimeout(5);
  }
}

/** Nobody else writes on this connection in this turn. */
function withoutSync<T>(sqlite: Database, write: () => T): T {
  const synchronous = sqlite.pragma("synchronous", { simple: true });
  sqlite.pragma("synchronous = NORMAL");
  try {
    return write();
  } finally {
    sqlite.pragma(`synchronous = ${synchronous}`);
  }
}

const isBusy = (error: unknown) =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
