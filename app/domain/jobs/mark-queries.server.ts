import type { Db } from "~db/client.server";
import type { JobName } from "./job";

/** How far a job has come that goes through something bit by bit; null: it has not begun. */
export async function getMark(db: Db, name: JobName): Promise<string | null> {
  const row = await db.selectFrom("job").where("name", "=", name).select("mark").executeTakeFirst();
  return row?.mark ?? null;
}

/** Moves on in the transaction of what was done. */
export async function setMark(trx: Db, name: JobName, mark: string): Promise<void> {
  await trx
    .insertInto("job")
    .values({ name, mark, done_until: "", failures: 0 })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ mark }))
    .execute();
}
