import { setTimeout } from "node:timers/promises";
import SQLite from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import { keepStatements } from "./kept-statements.server";
import { PatientDialect } from "./patient-driver.server";
import { createProcessLock, type ProcessLock } from "./process-lock.server";
import type { Database } from "./schema/database";

export type Db = Kysely<Database>;

/** The database: one connection that writes, one that only reads, so that a page never waits for a transaction. */
export interface DatabaseConnections {
  db: Db;
  readDb: Db;
  /** The connections below Kysely, for what only SQLite can do (db/sqlite, search/sqlite). */
  sqlite: SQLite.Database;
  readSqlite: SQLite.Database;
  /** A lock of this name beside the database's file, for what only one process may do at a time. */
  lock(name: string): ProcessLock;
  /** Overwrites what was deleted, in the file and in the log of changes beside it. */
  forgetDeleted(): Promise<void>;
  close(): Promise<void>;
}

/** @returns whether nobody stood in the way */
async function cutLog(db: Db): Promise<boolean> {
  const { rows } = await db
    .connection()
    .execute((connection) => sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection));
  return rows[0]?.busy === 0;
}

/**
 * Opens (and creates) the database file. `:memory:` is not supported: the two connections need a file.
 * @throws Error of better-sqlite3 when the file cannot be opened.
 */
export function openDatabase(file: string): DatabaseConnections {
  const sqlite = new SQLite(file, { timeout: 5000 });
  sqlite.pragma("journal_mode = WAL");
  // NORMAL may lose an acknowledged write when the power fails.
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  // Who finds it locked waits in turns of the event loop (patient-driver, when-free), not in SQLite.
  sqlite.pragma("busy_timeout = 0");
  // What is deleted is overwritten: an erased account must be gone from the file too.
  sqlite.pragma("secure_delete = ON");
  const readSqlite = new SQLite(file, { readonly: true });
  readSqlite.pragma("busy_timeout = 5000");
  const db = new Kysely<Database>({ dialect: new PatientDialect(sqlite, keepStatements(sqlite)) });
  const readDb = new Kysely<Database>({ dialect: new SqliteDialect({ database: keepStatements(readSqlite) }) });
  const locks = new Map<string, ProcessLock>();
  return {
    db,
    readDb,
    sqlite,
    readSqlite,
    lock(name) {
      const known = locks.get(name) ?? createProcessLock(`${file}-${name}.lock`);
      locks.set(name, known);
      return known;
    },
    async forgetDeleted() {
      // In turn with the transactions; the log is cut off once no reader needs it.
      for (let attempt = 0; attempt < 100 && !(await cutLog(db)); attempt++) await setTimeout(50);
    },
    async close() {
      for (const lock of locks.values()) lock.close();
      await readDb.destroy();
      await db.destroy();
    },
  };
}
