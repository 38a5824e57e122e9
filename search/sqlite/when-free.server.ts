import { setTimeout } from "node:timers/promises";
import type { Database } from "better-sqlite3";

const patienceMs = 30_000;

/**
 * Waits until nobody has a transaction open on a connection: a write of ours inside someone's transaction would be undone with it.
 * What follows in the same turn has the connection to itself.
 * @throws Error when the transaction does not end.
 */
export async function whenFree(sqlite: Database): Promise<void> {
  const until = Date.now() + patienceMs;
  while (sqlite.inTransaction) {
    if (Date.now() > until) throw new Error("the database stayed in a transaction; the search index was not changed");
    await setTimeout(5);
  }
}
