import type { Db } from "~db/client.server";

export async function deleteSavedSearch(db: Db, personId: string, id: string): Promise<void> {
  await db.deleteFrom("saved_search").where("person_id", "=", personId).where("id", "=", id).execute();
}
