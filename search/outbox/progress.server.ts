import type { Db } from "~db/client.server";
import type { SearchProgressTable } from "~db/schema/search-progress";
import type { EngineName } from "../port";

const now = () => new Date().toISOString();

/** Gives each engine a place in the outbox; `only` them, so that one that was switched off keeps no rows and is built anew when it returns. */
export async function registerEngines(db: Db, engines: EngineName[], { only }: { only: boolean }): Promise<void> {
  const values = engines.map((engine) => ({ engine, failures: 0, updated_at: now() }));
  await db
    .insertInto("search_progress")
    .values(values)
    .onConflict((conflict) => conflict.column("engine").doNothing())
    .execute();
  if (!only) return;
  await db.deleteFrom("search_progress").where("engine", "not in", engines).execute();
  await db.deleteFrom("search_refusal").where("engine", "not in", engines).execute();
}

export async function readProgress(db: Db, engine: EngineName): Promise<SearchProgressTable> {
  return db.selectFrom("search_progress").selectAll().where("engine", "=", engine).executeTakeFirstOrThrow();
}

/** The index holds everything up to this row. Rows that every engine has passed go. */
export async function advance(db: Db, engine: EngineName, last: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("search_progress")
      .set({ last_outbox_id: last, failures: 0, last_error: null, updated_at: now() })
      .where("engine", "=", engine)
      .execute();
    await deletePassed(trx);
  });
}

/** Remembers where the outbox ends: what comes later is read again after the rebuild, whatever is done of it meanwhile. */
export async function beginRebuild(db: Db, engine: EngineName): Promise<void> {
  await db
    .updateTable("search_progress")
    .set(({ selectFrom, fn, ref, lit }) => ({
      rebuild_from: fn.coalesce(
        selectFrom("outbox").select((eb) => eb.fn.max("id").as("last")),
        ref("last_outbox_id"),
        lit(0),
      ),
    }))
    .where("engine", "=", engine)
    .execute();
}

export async function endRebuild(db: Db, engine: EngineName): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("search_progress")
      .set(({ ref }) => ({
        last_outbox_id: ref("rebuild_from"),
        rebuild_from: null,
        ...{ failures: 0, last_error: null, updated_at: now() },
      }))
      .where("engine", "=", engine)
      .where("rebuild_from", "is not", null)
      .execute();
    await deletePassed(trx);
  });
}

export async function noteFailure(db: Db, engine: EngineName, error: string): Promise<void> {
  await db
    .updateTable("search_progress")
    .set(({ eb }) => ({ failures: eb("failures", "+", 1), last_error: error, updated_at: now() }))
    .where("engine", "=", engine)
    .execute();
}

export async function noteSuccess(db: Db, engine: EngineName): Promise<void> {
  await db
    .updateTable("search_progress")
    .set({ failures: 0, last_error: null, updated_at: now() })
    .where("engine", "=", engine)
    .where("failures", ">", 0)
    .execute();
}

/** An engine that waits for its first rebuild needs none of them. */
async function deletePassed(trx: Db): Promise<void> {
  await trx
    .deleteFrom("outbox")
    .where("id", "<=", ({ selectFrom }) =>
      selectFrom("search_progress").select(({ fn }) =>
        fn.min<number>(fn.coalesce("rebuild_from", "last_outbox_id")).as("passed"),
      ),
    )
    .execute();
}
