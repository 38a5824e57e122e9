import { setTimeout } from "node:timers/promises";
import SQLite from "better-sqlite3";

const askEveryMs = 20;
const patienceMs = 60_000;

/** One task at a time, over all processes that name the same file. */
export interface ProcessLock {
  /** Runs `task` alone. @throws Error when another process does not let go within a minute, whatever becomes of the clock. */
  run<T>(task: () => Promise<T>): Promise<T>;
  close(): void;
}

/** SQLite's own lock on an empty file: the operating system lets go of it when its holder dies, however it dies. */
export function createProcessLock(file: string): ProcessLock {
  const sqlite = new SQLite(file, { timeout: 0 });
  let last: Promise<unknown> = Promise.resolve();
  const alone = async <T>(task: () => Promise<T>): Promise<T> => {
    const until = performance.now() + patienceMs;
    while (!taken(sqlite)) {
      if (performance.now() > until)
        throw new Error("another process has been at work on this for a minute, and has not finished");
      await setTimeout(askEveryMs);
    }
    try {
      return await task();
    } finally {
      sqlite.exec("rollback");
    }
  };
  return {
    run(task) {
      const done = last.then(() => alone(task));
      last = done.catch(() => undefined);
      return done;
    },
    close: () => sqlite.close(),
  };
}

function taken(sqlite: SQLite.Database): boolean {
  try {
    sqlite.exec("begin exclusive");
    return true;
  } catch (error) {
    if (error instanceof SQLite.SqliteError && error.code.startsWith("SQLITE_BUSY")) return false;
    throw error;
  }
}
