import type { Db } from "~db/client.server";
import type { EngineName } from "../port";

/** An entry that an engine does not take, whatever the others do. */
export interface RefusedEntry {
  id: string;
  error: string;
  attempts: number;
  since: string;
}

const firstPauseMs = 60_000;
const longestPauseMs = 24 * 60 * 60_000;

export async function readRefusals(db: Db, engine: EngineName): Promise<RefusedEntry[]> {
  return db
    .selectFrom("search_refusal")
    .select(["entry_id as id", "error", "attempts", "since"])
    .where("engine", "=", engine)
    .orderBy("entry_id")
    .execute();
}

/** Those that have been left alone for long enough, the longest first; few, as each is tried by itself. */
export async function dueRefusals(db: Db, engine: EngineName): Promise<string[]> {
  const rows = await db
    .selectFrom("search_refusal")
    .select("entry_id")
    .where("engine", "=", engine)
    .where("retry_at", "<=", new Date().toISOString())
    .orderBy("retry_at")
    .limit(20)
    .execute();
  return rows.map((row) => row.entry_id);
}

/** Twice the pause after each time, up to a day. */
export async function noteRefusal(db: Db, engine: EngineName, id: string, error: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom("search_refusal")
      .select("attempts")
      .where("engine", "=", engine)
      .where("entry_id", "=", id)
      .executeTakeFirst();
    const attempts = (known?.attempts ?? 0) + 1;
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1));
    const now = Date.now();
    const values = { error, attempts, retry_at: new Date(now + pause).toISOString() };
    await trx
      .insertInto("search_refusal")
      .values({ engine, entry_id: id, since: new Date(now).toISOString(), ...values })
      .onConflict((conflict) => conflict.columns(["engine", "entry_id"]).doUpdateSet(values))
      .execute();
  });
}

/** Without `ids`: all of the engine. */
export async function forgetRefusals(db: Db, engine: EngineName, ids?: string[]): Promise<void> {
  const forgotten = db.deleteFrom("search_refusal").where("engine", "=", engine);
  await (ids ? forgotten.where("entry_id", "in", ids) : forgotten).execute();
}
