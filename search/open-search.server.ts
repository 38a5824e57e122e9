import type { DatabaseConnections } from "~db/client.server";
import { countSearchEntries } from "./documents.server";
import { IndexKeeper, type IndexStatus } from "./outbox/index-keeper.server";
import { registerEngines } from "./outbox/progress.server";
import type { EngineName, SearchEngine } from "./port";
import type { Thesaurus } from "./query/thesaurus";
import { createSqliteEngine } from "./sqlite/engine.server";

interface Options {
  connections: DatabaseConnections;
  thesaurus: Thesaurus;
  /** Whether this process keeps the indexes in step by itself; else only when it is asked to. */
  background: boolean;
  log: (level: "info" | "error", message: string, details?: Record<string, unknown>) => void;
}

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
  engine: SearchEngine;
  /** One for each index: that of the embedded engine first. */
  keepers: IndexKeeper[];
  /** Brings what was just written into the embedded index; never fails, what could not be done now is done later. */
  sync(): Promise<void>;
  status(now: Date): Promise<SearchStatus>;
  close(): Promise<void>;
}

/** Builds the engines and what keeps their indexes in step. Answers come from the index as it was left; it is checked in the background. */
export async function openSearch({ connections, thesaurus, background, log }: Options): Promise<Search> {
  const { db, readDb, sqlite, readSqlite } = connections;
  const embedded = createSqliteEngine({ sqlite, readSqlite, thesaurus });
  const keeperOf = (engine: SearchEngine) =>
    new IndexKeeper({
      ...{ db, readDb, engine, log },
      writing: connections.lock(`index-${engine.name}`),
      rebuilding: connections.lock(`rebuild-${engine.name}`),
    });
  const embeddedKeeper = keeperOf(embedded);
  const keepers = [embeddedKeeper];
  await registerEngines(
    db,
    keepers.map((keeper) => keeper.engine.name),
    { only: background },
  );
  // An index that was never filled cannot answer: it is waited for. An older one answers while the new one is built.
  if ((await embedded.count()) === 0) await embeddedKeeper.rebuildIfNeeded();
  if (background) {
    await embeddedKeeper.sync();
    embeddedKeeper.startRestoring();
    for (const keeper of keepers) keeper.start();
  }
  return {
    engine: embedded,
    keepers,
    sync: async () => void (await embeddedKeeper.sync()),
    status: async (now) => ({
      engine: embedded.name,
      fallback: false,
      entries: await countSearchEntries(readDb),
      indexes: await Promise.all(keepers.map((keeper) => keeper.status(now))),
    }),
    async close() {
      if (background) await Promise.all(keepers.map((keeper) => keeper.stop()));
      await embedded.close();
    },
  };
}
