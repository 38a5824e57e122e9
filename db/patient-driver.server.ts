import { setTimeout } from "node:timers/promises";
import type SQLite from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from "kysely";

/** How long a write waits for another process to finish its own. */
const patienceMs = 5000;
const longestPauseMs = 50;

/**
 * Waits for a locked database without holding up the process: SQLite's own waiting (busy_timeout) would stop everyone who reads
 * meanwhile. Transactions take their lock when they begin, so that nothing in them meets a locked database any more.
 */
class PatientDriver extends SqliteDriver {
  /** Since when every attempt has met a locked database: those who come later do not wait their own time on top of it. */
  private lockedSince: number | undefined;

  constructor(
    private readonly database: SQLite.Database,
    statements: SqliteDatabase,
  ) {
    super({ database: statements });
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: <R>(query: CompiledQuery) => this.whenFree(() => connection.executeQuery<R>(query)),
      streamQuery: <R>(query: CompiledQuery, size?: number) => connection.streamQuery<R>(query, size),
    };
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // After a full disk SQLite has rolled back by itself; a second time would hide what was wrong.
    if (this.database.inTransaction) await super.rollbackTransaction(connection);
  }

  private async whenFree<R>(work: () => Promise<QueryResult<R>>): Promise<QueryResult<R>> {
    for (let pause = 1; ; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        const result = await work();
        this.lockedSince = undefined;
        return result;
      } catch (error) {
        if (this.database.inTransaction || !isBusy(error)) throw error;
        this.lockedSince ??= Date.now();
        if (Date.now() - this.lockedSince > patienceMs) throw error;
      }
      await setTimeout(pause);
    }
  }
}

const isBusy = (error: unknown) =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");

/** SQLite for a connection that writes; `statements` prepares them. */
export class PatientDialect extends SqliteDialect {
  constructor(
    private readonly database: SQLite.Database,
    private readonly statements: SqliteDatabase,
  ) {
    super({ database: statements });
  }

  override createDriver(): Driver {
    return new PatientDriver(this.database, this.statements);
  }
}
