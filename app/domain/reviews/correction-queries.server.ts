import type { Db } from "~db/client.server";

/** Whether a contribution is the next version of a published one. */
export async function isCorrection(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom("contribution").where("id", "=", id).select("revises_id").executeTakeFirst();
  return row !== undefined && row.revises_id !== null;
}
