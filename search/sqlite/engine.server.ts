import type { Database } from "better-sqlite3";
import type { IndexedEntry, SearchEngine, SearchEntry, SearchQuery, SearchResult, Suggestion } from "../port";
import type { QueryReader, ReadQuery } from "../query/read-query";
import { type Thesaurus, ThesaurusIndex } from "../query/thesaurus";
import { loadState } from "./index-state.server";
import { IndexWriter } from "./index-writer.server";
import { rebuildIndexTables } from "./rebuild.server";
import { IndexSession } from "./session.server";
import { ensureTables, readContents, readStatus } from "./tables.server";
import { whenFree } from "./when-free.server";

export interface SqliteEngineOptions {
  sqlite: Database;
  /** A second connection, read-only: searches never wait for a transaction. */
  readSqlite: Database;
  thesaurus?: Thesaurus;
  log?: (message: string, details?: Record<string, unknown>) => void;
}

export interface SqliteSearchEngine extends SearchEngine, QueryReader {
  readonly name: "sqlite";
}

/** The embedded engine: an index in the database file itself, its columns in memory. Creates its tables if they are missing. */
export function createSqliteEngine(options: SqliteEngineOptions): SqliteSearchEngine {
  ensureTables(options.sqlite);
  return new SqliteEngine(options);
}

class SqliteEngine implements SqliteSearchEngine {
  readonly name = "sqlite";
  private readonly thesaurus: ThesaurusIndex;
  private session: IndexSession | null = null;

  constructor(private readonly options: SqliteEngineOptions) {
    this.thesaurus = new ThesaurusIndex(options.thesaurus ?? []);
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    const started = performance.now();
    const answer = this.read((session) => session.search(query));
    return { ...answer, tookMs: performance.now() - started };
  }

  async suggest(typed: string, { limit }: { language: string; limit: number }): Promise<Suggestion[]> {
    return this.read((session) => session.suggest(typed, limit));
  }

  async spellings(text: string, { limit }: { limit: number }): Promise<string[]> {
    return this.read((session) => session.spellings(text, limit));
  }

  async readQuery(text: string, language: string): Promise<ReadQuery> {
    return this.read((session) => session.readQuery(text, language));
  }

  async count(): Promise<number> {
    return this.read((session) => session.state.columns.count);
  }

  async put(entries: SearchEntry[]): Promise<void> {
    await this.change((session, writer) => {
      for (const entry of entries) {
        session.forget(entry.id);
        writer.put(entry);
        session.learn(entry.id);
        writer.notePending(entry.id, entry);
      }
    });
  }

  async remove(ids: string[]): Promise<void> {
    await this.change((session, writer) => {
      for (const id of ids) {
        session.forget(id);
        writer.remove(id);
        writer.notePending(id, null);
      }
    });
  }

  async rebuild(
    entries: AsyncIterable<SearchEntry> | Iterable<SearchEntry>,
    onProgress?: (written: number) => void,
  ): Promise<void> {
    const started = performance.now();
    const state = await rebuildIndexTables(this.options.sqlite, entries, onProgress);
    this.session = new IndexSession(this.options.readSqlite, state, this.thesaurus);
    this.options.log?.("search index rebuilt", {
      entries: state.columns.count,
      ms: Math.round(performance.now() - started),
    });
  }

  async needsRebuild(): Promise<boolean> {
    return readStatus(this.options.sqlite).complete === 0;
  }

  async contents(): Promise<IndexedEntry[]> {
    const { readSqlite } = this.options;
    return this.read(({ state }) => readContents(readSqlite, state.generation));
  }

  async close(): Promise<void> {
    this.session = null;
  }

  /** One transaction, so that memory and tables tell of the same version even when another process writes. */
  private read<T>(work: (session: IndexSession) => T): T {
    const { readSqlite } = this.options;
    return readSqlite.transaction(() => work(this.currentSession(readSqlite)))();
  }

  /** All or nothing: memory that ran ahead of a failed transaction is thrown away. */
  private async change(work: (session: IndexSession, writer: IndexWriter) => void): Promise<void> {
    const { sqlite } = this.options;
    await whenFree(sqlite);
    try {
      sqlite
        .transaction(() => {
          const session = this.currentSession(sqlite);
          work(session, new IndexWriter(sqlite, session.state));
          sqlite.exec("update search_state set version = version + 1 where id = 1");
          session.state.version += 1;
          session.refresh();
        })
        .immediate();
    } catch (error) {
      this.session = null;
      throw error;
    }
  }

  /** The session of the index as it is now; read again when another process has changed it. */
  private currentSession(sqlite: Database): IndexSession {
    const { generation, version } = readStatus(sqlite);
    const { state } = this.session ?? {};
    if (!this.session || state?.generation !== generation || state.version !== version) {
      const loaded = loadState(sqlite, generation, version);
      this.session = new IndexSession(this.options.readSqlite, loaded, this.thesaurus);
    }
    return this.session;
  }
}
