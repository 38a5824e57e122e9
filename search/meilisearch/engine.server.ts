import type { Meilisearch } from "meilisearch";
import type {
  IndexedEntry,
  SearchEngine,
  SearchEntry,
  SearchHit,
  SearchQuery,
  SearchResult,
  Suggestion,
} from "../port";
import type { QueryReader } from "../query/read-query";
import { connect, done, type EntryIndex } from "./connection.server";
import { type EntryDocument, toDocuments } from "./document";
import { documentKey } from "./encode";
import { ensureIndex, isMissing, readContents } from "./entry-index.server";
import { rebuildIndex } from "./rebuild.server";
import { type SearchServer, type ServerAnswer, ServerSearch } from "./server-search.server";
import { formatStamp } from "./settings";

export interface MeilisearchEngineOptions {
  url: string;
  key: string;
  /** The name of the index; a rebuild adds to it for a while. Installations that share a server have a name each. */
  index?: string;
  /** No request waits longer than this. */
  timeoutMs?: number;
  /** The embedded engine over the same entries: it reads queries, ranks and shows what is found, offers spellings and suggestions. */
  reader: QueryReader &
    Pick<SearchEngine, "search" | "suggest" | "spellings" | "similar"> & {
      /** Asks the server from the thread in which the reader lives: fewer trips between the threads. Else it is asked from here. */
      searchServer?: (server: SearchServer, query: SearchQuery) => Promise<ServerAnswer>;
    };
}

export interface MeilisearchEngine extends SearchEngine {
  readonly name: "meilisearch";
  /** Milliseconds that the server says it has taken for searches, in all. */
  readonly serverMs: number;
}

/** The engine for many entries: the index on a Meilisearch server, asked and ranked as the embedded engine does. */
export function createMeilisearchEngine(options: MeilisearchEngineOptions): MeilisearchEngine {
  return new Engine(options);
}

class Engine implements MeilisearchEngine {
  readonly name = "meilisearch";
  private readonly client: Meilisearch;
  /** Sends documents. */
  private readonly sender: Meilisearch;
  private readonly uid: string;
  private readonly ask: (query: SearchQuery) => Promise<ServerAnswer>;
  private readonly stopAsking: () => void = () => {};
  serverMs = 0;
  /** Changes are made one after another. */
  private last: Promise<unknown> = Promise.resolve();
  /** What changed while a rebuild runs: the new index needs it, too. */
  private pending: Map<string, SearchEntry | null> | null = null;

  constructor(private readonly options: MeilisearchEngineOptions) {
    const { url, key, index = "polylogue", timeoutMs = 15_000 } = options;
    this.client = connect({ url, key, timeoutMs });
    this.sender = connect({ url, key, timeoutMs }, { anew: true });
    this.uid = index;
    const { reader } = options;
    const { searchServer } = reader;
    if (searchServer) this.ask = (query) => searchServer({ url, key, index, timeoutMs }, query);
    else {
      const here = new ServerSearch({ url, key, index, timeoutMs }, reader);
      this.ask = (query) => here.search(query);
      this.stopAsking = () => here.close();
    }
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    const started = performance.now();
    const { serverMs, ...answer } = await this.ask(query);
    this.serverMs = serverMs;
    return { ...answer, tookMs: performance.now() - started };
  }

  suggest(typed: string, options: { language: string; limit: number }): Promise<Suggestion[]> {
    return this.options.reader.suggest(typed, options);
  }

  similar(...question: Parameters<SearchEngine["similar"]>): Promise<SearchHit[]> {
    return this.options.reader.similar(...question);
  }

  spellings(text: string, options: { limit: number }): Promise<string[]> {
    return this.options.reader.spellings(text, options);
  }

  async put(entries: SearchEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.change(async () => {
      const index = this.sender.index<EntryDocument>(this.uid);
      // The last of an entry counts.
      const latest = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
      // One task: all or none. The server refuses more than 100 MB, whoever puts so much has to part it.
      await done(this.client, index.addDocuments(await toDocuments(latest)));
      for (const entry of latest) this.pending?.set(entry.id, entry);
    });
  }

  async remove(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.change(async (index) => {
      await done(this.client, index.deleteDocuments(ids.map(documentKey)));
      for (const id of ids) this.pending?.set(id, null);
    });
  }

  async rebuild(
    entries: AsyncIterable<SearchEntry> | Iterable<SearchEntry>,
    onProgress?: (written: number) => void,
  ): Promise<void> {
    if (this.pending) throw new Error("a rebuild of the search index is under way");
    await this.alone(() => ensureIndex(this.client, this.uid));
    const pending = new Map<string, SearchEntry | null>();
    this.pending = pending;
    try {
      await rebuildIndex({
        client: this.client,
        sender: this.sender,
        uid: this.uid,
        entries,
        onProgress,
        // Changes wait until the new index is in place: one made between would be lost with the old one.
        finish: (apply, swap) =>
          this.alone(async () => {
            await apply(pending);
            await swap();
            this.pending = null;
          }),
      });
    } finally {
      this.pending = null;
    }
  }

  async needsRebuild(): Promise<boolean> {
    try {
      return !(await this.index().getDisplayedAttributes()).includes(formatStamp());
    } catch (error) {
      if (isMissing(error)) return true;
      throw error;
    }
  }

  async contents(): Promise<IndexedEntry[]> {
    return this.orNothing(() => readContents(this.index()), []);
  }

  async count(): Promise<number> {
    return this.orNothing(async () => (await this.index().getDocuments({ limit: 0 })).total, 0);
  }

  async close(): Promise<void> {
    await this.last;
    this.stopAsking();
  }

  private index(): EntryIndex {
    return this.client.index<EntryDocument>(this.uid);
  }

  private async change(work: (index: EntryIndex) => Promise<void>): Promise<void> {
    await this.alone(async () => {
      await ensureIndex(this.client, this.uid);
      await work(this.index());
    });
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** What an index that is not there, not yet or not any more, answers: as if it were empty. */
  private async orNothing<T>(work: () => Promise<T>, nothing: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isMissing(error)) return nothing;
      throw error;
    }
  }
}
