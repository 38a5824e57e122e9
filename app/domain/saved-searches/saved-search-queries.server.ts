import { sql } from "kysely";
import type { Db } from "~db/client.server";
import type { SavedSearch } from "./saved-search";

const select = (db: Db, personId: string) =>
  db.selectFrom("saved_search").where("person_id", "=", personId).select(["id", "name", "query", "alerts"]);

/** A person's searches by name. */
export const listSavedSearches = (db: Db, personId: string): Promise<SavedSearch[]> =>
  select(db, personId).orderBy(sql`lower(name)`).orderBy("id").execute();

/** One of a person's own; those of others do not exist. */
export const getSavedSearch = (db: Db, personId: string, id: string): Promise<SavedSearch | undefined> =>
  select(db, personId).where("id", "=", id).executeTakeFirst();
