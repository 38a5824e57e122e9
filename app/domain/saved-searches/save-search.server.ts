import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "~db/client.server";
import type { AlertRhythm } from "~db/schema/telling";
import { keptQuery, mostSaved } from "./saved-search";

interface NewSearch {
  name: string;
  /** Parameters of an address. */
  query: string;
  alerts: AlertRhythm;
  /** In which it is asked. */
  language: string;
}

/** Keeps a search; what it finds by now is no news. @returns false when the person keeps too many */
export async function saveSearch(db: Db, personId: string, search: NewSearch, now: Date): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { count } = await trx
      .selectFrom("saved_search")
      .where("person_id", "=", personId)
      .select(sql<number>`count(*)`.as("count"))
      .executeTakeFirstOrThrow();
    if (count >= mostSaved) return false;
    const { name, alerts, language } = search;
    const at = now.toISOString();
    const query = keptQuery(new URLSearchParams(search.query));
    await trx
      .insertInto("saved_search")
      .values({ id: randomUUID(), person_id: personId, name, query, language, alerts, created_at: at, told_until: at })
      .execute();
    return true;
  });
}
