import { join } from "node:path";
import { type DatabaseConnections, type Db, openDatabase } from "~db/client.server";
import { migrateToLatest } from "~db/migrate.server";
import type { EntryKind } from "~db/schema/entry";
import { IndexKeeper } from "~search/outbox/index-keeper.server";
import { registerEngines } from "~search/outbox/progress.server";
import type { SearchEngine } from "~search/port";

/** Keeps an index as the server does, without its timers. */
export async function keeperOf(connections: DatabaseConnections, engine: SearchEngine): Promise<IndexKeeper> {
  const { db, readDb, lock } = connections;
  await registerEngines(db, [engine.name], { only: false });
  return new IndexKeeper({
    ...{ db, readDb, engine },
    writing: lock(`index-${engine.name}`),
    rebuilding: lock(`rebuild-${engine.name}`),
    log: () => undefined,
  });
}

/** The engine with some of its methods replaced, to make it slow, broken or another's. */
export function changed(engine: SearchEngine, changes: Partial<SearchEngine>): SearchEngine {
  return Object.assign(Object.create(engine) as SearchEngine, changes);
}

export interface Change {
  id: string;
  kind?: EntryKind;
  title?: string;
  published?: boolean;
}

/** Changes an entry as a page would: with its outbox row, in one transaction. */
export function change(db: Db, { id, kind = "city", title, published = true }: Change): Promise<void> {
  const time = new Date().toISOString();
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable("entry")
      .set({ published_at: published ? time : null, updated_at: time, ...(title === undefined ? {} : { title }) })
      .where("id", "=", id)
      .execute();
    await trx.insertInto("outbox").values({ kind, entry_id: id, created_at: time }).execute();
  });
}

export const difference = { missing: [] as string[], surplus: [] as string[], different: [] as string[] };

/** A library of so many organisations with texts of some length, published, each with its outbox row. */
export async function largeLibrary(folder: string, count: number): Promise<void> {
  const { db, close } = openDatabase(join(folder, "polylogue.sqlite"));
  await migrateToLatest(db);
  const time = "2025-01-01T00:00:00.000Z";
  const words = "housing water budget council participation women children disability migration school".split(" ");
  const text = (number: number) =>
    Array.from({ length: 120 }, (_, place) => `${words[(number * 7 + place * 3) % 10]}${(number + place) % 97}`).join(
      " ",
    );
  await db.transaction().execute(async (trx) => {
    for (let start = 0; start < count; start += 500) {
      const ids = Array.from({ length: Math.min(500, count - start) }, (_, i) => start + i);
      const entries = ids.map((number) => ({
        ...{ id: `body-${number}`, kind: "organisation" as const, title: `Body ${number}`, summary: text(number) },
        ...{ language: "en", published_at: time, created_at: time, updated_at: time },
      }));
      await trx.insertInto("entry").values(entries).execute();
      const bodies = entries.map(({ id }) => ({
        ...{ id, acronym: null, kind: "academic" as const, country_code: null, website: null },
      }));
      await trx.insertInto("organisation").values(bodies).execute();
      const rows = entries.map(({ id, kind }) => ({ kind, entry_id: id, created_at: time }));
      await trx.insertInto("outbox").values(rows).execute();
    }
  });
  await close();
}
