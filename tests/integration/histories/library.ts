import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { vi } from "vitest";
import { type DatabaseConnections, type Db, openDatabase } from "~db/client.server";
import type { IndexKeeper } from "~search/outbox/index-keeper.server";
import { createSqliteEngine, type SqliteSearchEngine } from "~search/sqlite/engine.server";
import { keeperOf } from "../../support/search-index";

/** What is broken while a step is done. The index stays away until the next restart. */
export const outages = ["none", "locked", "read-only", "broken", "no-index", "restart"] as const;
export type Outage = (typeof outages)[number];

/** Into each of them something that is decided writes. */
const breakable = ["audit_event", "notification", "outbox", "entry_version", "version_credit", "link", "entry_term"];

interface Opened {
  connections: DatabaseConnections;
  engine: SqliteSearchEngine;
  keeper: IndexKeeper;
  statements: Map<string, SQLite.Statement>;
}

/** A database with its search index, as the server has them open. */
export class Library {
  private constructor(
    private readonly folder: string,
    private opened: Opened,
  ) {}

  /** @param template a database to begin with */
  static async open(folder: string, template?: string): Promise<Library> {
    mkdirSync(folder, { recursive: true });
    if (template) copyFileSync(template, join(folder, "library.sqlite"));
    return new Library(folder, await open(folder));
  }

  get db(): Db {
    return this.opened.connections.db;
  }

  get keeper(): IndexKeeper {
    return this.opened.keeper;
  }

  /** Runs a statement beside the verbs. */
  read(statement: string, ...values: unknown[]): unknown[][] {
    const { connections, statements } = this.opened;
    const known = statements.get(statement) ?? connections.readSqlite.prepare(statement).raw();
    statements.set(statement, known);
    return known.all(...values) as unknown[][];
  }

  /** Does `work` while something is broken. @throws what it throws */
  async during<T>(outage: Outage, pick: number, work: () => Promise<T>): Promise<T> {
    const { sqlite } = this.opened.connections;
    if (outage === "restart") await this.restart();
    if (outage === "no-index") this.loseIndex();
    if (outage === "locked") return this.whileLocked(work);
    if (outage === "read-only") sqlite.pragma("query_only = on");
    if (outage === "broken") {
      const table = breakable[pick % breakable.length];
      sqlite.exec(`create temp trigger fails before insert on main.${table} begin select raise(abort, 'broken'); end`);
    }
    try {
      return await work();
    } finally {
      if (outage === "read-only") sqlite.pragma("query_only = off");
      if (outage === "broken") sqlite.exec("drop trigger temp.fails");
    }
  }

  /** Longer than anyone waits, which a clock that runs faster makes short. */
  private async whileLocked<T>(work: () => Promise<T>): Promise<T> {
    const other = new SQLite(join(this.folder, "library.sqlite"));
    other.exec("begin immediate");
    let clock = Date.now();
    const fast = vi.spyOn(Date, "now").mockImplementation(() => {
      clock += 3000;
      return clock;
    });
    try {
      return await work();
    } finally {
      fast.mockRestore();
      other.close();
    }
  }

  private loseIndex(): void {
    const away = () => Promise.reject(new Error("The index is away."));
    Object.assign(this.opened.engine, { put: away, remove: away, count: away });
  }

  /** As after a crash: what the index has not had yet still waits in the outbox. */
  async restart(): Promise<void> {
    await this.close();
    this.opened = await open(this.folder);
  }

  async close(): Promise<void> {
    await this.opened.connections.close();
  }

  async remove(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true });
  }
}

async function open(folder: string): Promise<Opened> {
  const connections = openDatabase(join(folder, "library.sqlite"));
  // What is tested is not whether a power cut loses it.
  connections.sqlite.pragma("synchronous = OFF");
  const engine = createSqliteEngine(connections);
  return { connections, engine, keeper: await keeperOf(connections, engine), statements: new Map() };
}
