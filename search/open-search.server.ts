import type { DatabaseConnections, Db } from "~db/client.server";
import { countPublished, countSearchEntries } from "./documents.server";
import { FailoverEngine } from "./failover/failover-engine";
import { inTime } from "./failover/in-time";
import { createMeilisearchEngine } from "./meilisearch/engine.server";
import { IndexKeeper } from "./outbox/index-keeper.server";
import type { IndexStatus } from "./outbox/index-status.server";
import { registerEngines } from "./outbox/progress.server";
import type { AnsweringEngine, EngineName, SearchEngine } from "./port";
import type { Thesaurus } from "./query/thesaurus";
import { createSqliteEngine } from "./sqlite/engine.server";
import { createSqliteWorker } from "./sqlite/worker.server";

interface Options {
  connections: DatabaseConnections;
  thesaurus: Thesaurus;
  /** The program of the thread in which the embedded engine runs; null: it runs in this one. */
  searchThread: string | null;
  /** The server that answers instead of the embedded engine, where there is one. */
  meilisearch: { url: string; key: string } | null;
  /** Whether this process keeps the indexes in step by itself; else only when it is asked to. */
  background: boolean;
  log: Log;
}

type Log = (level: "info" | "error", message: string, details?: Record<string, unknown>) => void;

export interface SearchStatus {
  /** Which engine answers. */
  engine: EngineName;
  /** Whether that is the stand-in of another that does not answer. */
  fallback: boolean;
  /** What the database has to be found. */
  entries: number;
  indexes: IndexStatus[];
}

export interface Search {
  /** What pages ask. */
  engine: AnsweringEngine;
  /** One for each index: that of the embedded engine first. */
  keepers: IndexKeeper[];
  /** Searches by other synonyms from now on, on every engine: they share how a query is read. */
  setThesaurus(thesaurus: Thesaurus): Promise<void>;
  /** Brings what was just written into the embedded index; never fails, what could not be done now is done later. */
  sync(): Promise<void>;
  status(now: Date): Promise<SearchStatus>;
  close(): Promise<void>;
}

/** A server that does not answer at start does not hold it up any longer. */
const startPatienceMs = 1500;
const closePatienceMs = 5000;

/** Builds the engines and what keeps their indexes in step. The indexes answer as they were left; they are checked in the background. */
export async function openSearch(options: Options): Promise<Search> {
  const { connections, thesaurus, searchThread, meilisearch, background, log } = options;
  const { db, readDb, sqlite, readSqlite } = connections;
  const keeperOf = (engine: SearchEngine) =>
    new IndexKeeper({
      ...{ db, readDb, engine, log },
      writing: connections.lock(`index-${engine.name}`),
      rebuilding: connections.lock(`rebuild-${engine.name}`),
    });
  const embeddedEngine = searchThread
    ? createSqliteWorker({
        ...{ program: searchThread, file: sqlite.name, thesaurus, asksServer: meilisearch !== null },
        log: (message, details) => log("info", message, details),
      })
    : createSqliteEngine({ sqlite, readSqlite, thesaurus });
  const embedded = keeperOf(embeddedEngine);
  const server = meilisearch && keeperOf(createMeilisearchEngine({ ...meilisearch, reader: embeddedEngine }));
  const keepers = server ? [embedded, server] : [embedded];
  await registerEngines(
    db,
    keepers.map((keeper) => keeper.engine.name),
    { only: background },
  );
  // An index that was never filled cannot answer: it is waited for. An older one answers while the new one is built.
  if ((await embeddedEngine.count()) === 0) await embedded.rebuildIfNeeded();
  const failover = server && withFallback(server, embeddedEngine, { readDb, log });
  if (background) {
    await embedded.sync();
    embedded.startRestoring();
    for (const keeper of keepers) keeper.start();
    if (failover) await inTime(failover.start(), startPatienceMs).catch(() => undefined);
  }
  return {
    engine: failover ?? embeddedEngine,
    keepers,
    setThesaurus: (thesaurus) => embeddedEngine.setThesaurus(thesaurus),
    async sync() {
      await embedded.sync();
      server?.hurry();
    },
    async status(now) {
      // A command has not looked after the server, and does not know.
      if (!background) await failover?.probe();
      return {
        engine: (failover ?? embeddedEngine).name,
        fallback: failover?.isFallback ?? false,
        entries: await countSearchEntries(readDb),
        indexes: await Promise.all(keepers.map((keeper) => keeper.status(now))),
      };
    },
    async close() {
      if (failover) failover.stopWatching();
      const stopping = background ? keepers.map((keeper) => keeper.stop()) : [];
      await inTime(Promise.all(stopping), closePatienceMs).catch(() => undefined);
      await embeddedEngine.close();
    },
  };
}

/** An index that cannot be brought in step would show what has been withdrawn: its engine is not asked any more then. */
function withFallback(
  server: IndexKeeper,
  embedded: AnsweringEngine,
  { readDb, log }: { readDb: Db; log: Log },
): FailoverEngine {
  const failover = new FailoverEngine(server.engine, embedded, {
    restore: (lost) => server.restore({ compare: lost }),
    arePublished: async (ids) => (await countPublished(readDb, ids)) === ids.length,
    log,
  });
  server.onDelay = () => failover.distrust("its index is behind", { lost: false });
  server.onFailure = () => failover.distrust("its index cannot be brought up to date");
  return failover;
}
