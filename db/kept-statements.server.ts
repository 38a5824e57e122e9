import type SQLite from "better-sqlite3";
import type { SqliteDatabase, SqliteStatement } from "kysely";

/** A page asks some twenty questions; lists of ids make a text for each length. */
const mostStatements = 500;

/**
 * The connection with its statements kept: Kysely has each prepared anew, which takes as long as answering most of them. For a connection
 * that only reads: SQLite prepares a kept statement again by itself when another changes the schema.
 */
export function keepStatements(sqlite: SQLite.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => void sqlite.close(),
    prepare(text) {
      const known = kept.get(text);
      // The one that was asked last goes last.
      kept.delete(text);
      const statement = known ?? prepare(sqlite, text);
      kept.set(text, statement);
      if (kept.size > mostStatements) for (const oldest of [...kept.keys()].slice(0, 1)) kept.delete(oldest);
      return statement;
    },
  };
}

function prepare(sqlite: SQLite.Database, text: string): SqliteStatement {
  const statement = sqlite.prepare<unknown[]>(text);
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters),
    run: (parameters) => statement.run(parameters),
    // A statement that is read row by row can do nothing else meanwhile.
    iterate: (parameters) => sqlite.prepare<unknown[]>(text).iterate(parameters),
  };
}
