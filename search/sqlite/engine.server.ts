import type { Database } from "better-sqlite3";
import type { EntryKind } from "~db/schema/entry";
import type {
  IndexedEntry,
  SearchEngine,
  SearchEntry,
  SearchHit,
  SearchQuery,
  SearchResult,
  Suggestion,
} from "../port";
import type { FoundElsewhere, QueryReader, ReadQuery } from "../query/read-query";
import { type Thesaurus, ThesaurusIndex } from "../query/thesaurus";
import { loadState } from "./index-state.server";
import { IndexWriter } from "./index-writer.server";
import { rebuildIndexTables } from "./rebuild.server";
import { IndexSession } from "./session.server";
import { currentFormat, ensureTables, readContents, readStatus } from "./tables.server";
import { whenFree } from "./when-free.server";

export interface SqliteEngineOptions {
  sqlite: Database;
  /** A second connection, read-only: searches never wait for a transaction. */
  readSqlite: Database;
  thesaurus?: Thesaurus;
}

export interface SqliteSearchEngine extends SearchEngine, QueryReader {
  readonly name: "sqlite";
  /** Searches by other synonyms from now on; the index stays as it is. */
  setThesaurus(thesaurus: Thesaurus): Promise<void>;
}

/** Each change of an entry takes another slot: with more than these, half the index is waste. */
const mostSlots = (entries: number) => 2 * entries + 20_000;

/** The embedded engine: an index in the database file itself, its columns in memory. Creates its tables if they are missing. */
export function createSqliteEngine(options: SqliteEngineOptions): SqliteSearchEngine {
  ensureTables(options.sqlite);
  return new SqliteEngine(options);
}

class SqliteEngine implements SqliteSearchEngine {
  readonly name = "sqlite";
  private thesaurus: ThesaurusIndex;
  private session: IndexSession | null = null;
  private lastChange: Promise<void> = Promise.resolve();

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

  async similar(id: string, options: { limit: number; kinds?: EntryKind[] }): Promise<SearchHit[]> {
    return this.read((session) => session.similar(id, options));
  }

  async readQuery(text: string, language: string): Promise<ReadQuery> {
    return this.read((session) => session.readQuery(text, language));
  }

  async showFound(found: FoundElsewhere): Promise<(SearchHit | string)[]> {
    return this.read((session) => session.showFound(found));
  }

  async setThesaurus(thesaurus: Thesaurus): Promise<void> {
    this.thesaurus = new ThesaurusIndex(thesaurus);
    const state = this.session?.state;
    if (state) this.session = new IndexSession(this.options.readSqlite, state, this.thesaurus);
  }

  async count(): Promise<number> {
    return this.read((session) => session.state.columns.count);
  }

  async put(entries: SearchEntry[]): Promise<void> {
    const prepare = (writer: IndexWriter) => entries.map((entry) => writer.prepare(entry));
    await this.change(prepare, (prepared, session, writer) => {
      for (const one of prepared) {
        session.forget(one.entry.id);
        writer.write(one);
        session.learn(one.entry.id);
        writer.notePending(one.entry.id, one.entry);
      }
    });
  }

  async remove(ids: string[]): Promise<void> {
    await this.change(
      () => ids,
      (_, session, writer) => {
        for (const id of ids) {
          session.forget(id);
          writer.remove(id);
          writer.notePending(id, null);
        }
      },
    );
  }

  async rebuild(
    entries: AsyncIterable<SearchEntry> | Iterable<SearchEntry>,
    onProgress?: (written: number) => void,
  ): Promise<void> {
    const state = await rebuildIndexTables(this.options.sqlite, entries, onProgress);
    this.session = new IndexSession(this.options.readSqlite, state, this.thesaurus);
  }

  async needsRebuild(): Promise<boolean> {
    const { complete, building, format } = readStatus(this.options.sqlite);
    // A rebuild that was cut short goes on collecting changes: a new one ends that.
    if (complete === 0 || building !== null || format !== currentFormat()) return true;
    return this.read(({ state }) => state.columns.size > mostSlots(state.columns.count));
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

  /** One change after the other, in the order in which they were asked for. */
  private change<T>(
    prepare: (writer: IndexWriter) => T,
    write: (prepared: T, session: IndexSession, writer: IndexWriter) => void,
  ): Promise<void> {
    const changing = this.lastChange.then(() => this.changeNow(prepare, write));
    this.lastChange = changing.catch(() => undefined);
    return changing;
  }

  /** All or nothing: memory that ran ahead of a failed transaction is thrown away. */
  private async changeNow<T>(
    prepare: (writer: IndexWriter) => T,
    write: (prepared: T, session: IndexSession, writer: IndexWriter) => void,
  ): Promise<void> {
    const { sqlite } = this.options;
    const ready = (session: IndexSession) => {
      const writer = new IndexWriter(sqlite, session.state);
      return { session, writer, prepared: prepare(writer) };
    };
    try {
      let { session, writer, prepared } = this.read(ready);
      await whenFree(sqlite, () => {
        const current = this.currentSession(sqlite);
        // Somebody else was faster: numbers of words may have another meaning now.
        if (current !== session) ({ session, writer, prepared } = ready(current));
        write(prepared, session, writer);
        sqlite.exec("update search_state set version = version + 1 where id = 1");
        session.state.version += 1;
        session.refresh();
      });
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
