import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { SearchServer, ServerAnswer } from "../meilisearch/server-search.server";
import type { SearchQuery } from "../port";
import type { Thesaurus } from "../query/thesaurus";
import type { SqliteSearchEngine } from "./engine.server";
import { WorkerCalls, type WorkerMessage } from "./worker-calls";

/** What the thread is started with. */
export interface SqliteWorkerData {
  /** The database file, in which the index lives too. */
  file: string;
  thesaurus: Thesaurus;
  /** Whether `searchServer` will be asked for: then it is made ready. */
  asksServer?: boolean;
}

interface SqliteWorkerOptions extends SqliteWorkerData {
  /** The program of the thread: see `searchWorkerFile`. */
  program: string;
  log?: (message: string, details?: Record<string, unknown>) => void;
}

/** Where the build puts the program of the search thread; `root` is the program's folder. */
export const searchWorkerFile = (root: string) => join(root, "build", "programs", "search-worker.js");

export interface SqliteWorker extends SqliteSearchEngine {
  /** Asks a server that stands before this engine. */
  searchServer(server: SearchServer, query: SearchQuery): Promise<ServerAnswer>;
}

/**
 * The embedded engine in a thread of its own, with connections of its own, so that a long search keeps no page waiting. When the
 * thread breaks, what it was asked fails, and another one takes its place.
 */
export function createSqliteWorker(options: SqliteWorkerOptions): SqliteWorker {
  const thread = new SearchThread(options);
  const own: Partial<SqliteWorker> = {
    name: "sqlite",
    close: () => thread.close(),
    setThesaurus: (thesaurus) => thread.setThesaurus(thesaurus),
  };
  // Whatever else the engine can do is done in the thread.
  const engine = new Proxy(own, {
    get(target, key) {
      if (key in target) return Reflect.get(target, key);
      // A promise that resolves to the engine asks whether the engine is one too.
      if (typeof key === "symbol" || key === "then") return undefined;
      return (...args: unknown[]) => thread.call(key as keyof SqliteWorker, args);
    },
  });
  return engine as SqliteWorker;
}

class SearchThread {
  private worker: Worker | null = null;
  private calls: WorkerCalls | null = null;
  private isClosed = false;

  private thesaurus: Thesaurus;

  constructor(private readonly options: SqliteWorkerOptions) {
    this.thesaurus = options.thesaurus;
    this.start();
  }

  async call(method: keyof SqliteWorker, args: unknown[]): Promise<unknown> {
    if (this.isClosed) throw new Error("the search engine is closed");
    const { worker, calls } = this.start();
    // A question keeps the process alive; a thread that nobody waits for does not.
    worker.ref();
    try {
      return await calls.call(method, args);
    } finally {
      if (calls.isIdle) worker.unref();
    }
  }

  /** A thread that takes the place of this one knows it too. */
  async setThesaurus(thesaurus: Thesaurus): Promise<void> {
    this.thesaurus = thesaurus;
    await this.call("setThesaurus", [thesaurus]);
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    const { worker, calls } = this;
    if (!worker || !calls) return;
    await this.call("close", []).catch(() => undefined);
    this.isClosed = true;
    await worker.terminate();
  }

  private start(): { worker: Worker; calls: WorkerCalls } {
    if (this.worker && this.calls) return { worker: this.worker, calls: this.calls };
    const { program, file, asksServer, log } = this.options;
    const { thesaurus } = this;
    const worker = new Worker(program, { workerData: { file, thesaurus, asksServer } satisfies SqliteWorkerData });
    const calls = new WorkerCalls(
      (message) => worker.postMessage(message),
      (method) => Promise.reject(new TypeError(`the search thread has nothing to ask of the server: "${method}"`)),
    );
    [this.worker, this.calls] = [worker, calls];
    let hasAnswered = false;
    let cause: unknown;
    worker.unref();
    worker.on("message", (message: WorkerMessage) => {
      hasAnswered = true;
      void calls.receive(message);
    });
    worker.on("error", (error) => {
      cause = error;
    });
    worker.on("exit", () => {
      [this.worker, this.calls] = [null, null];
      calls.failAll(new Error("the search thread has ended", { cause }));
      if (this.isClosed) return;
      log?.("the search thread has ended", { err: cause });
      // One that could not even start would not the next time either: that waits until somebody asks.
      if (hasAnswered) this.start();
    });
    return { worker, calls };
  }
}
