import { sql } from "kysely";
import type { Db } from "~db/client.server";
import { type Followed, mostFollowed } from "./followed";
import { nameFollowed } from "./following-queries.server";

/** Begins to follow. @returns "gone" when there is no such thing, "many" when the person follows too much */
export async function follow(
  db: Db,
  personId: string,
  { kind, id }: Followed,
  now: Date,
): Promise<"followed" | "gone" | "many"> {
  return db.transaction().execute(async (trx) => {
    const known = await nameFollowed(trx, [{ kind, id }], "en");
    if (known.length === 0) return "gone";
    const { count } = await trx
      .selectFrom("follow")
      .where("person_id", "=", personId)
      .select(sql<number>`count(*)`.as("count"))
      .executeTakeFirstOrThrow();
    if (count >= mostFollowed) return "many";
    await trx
      .insertInto("follow")
      .values({ person_id: personId, kind, subject_id: id, created_at: now.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return "followed";
  });
}
