import type { Db } from "~db/client.server";
import type { AlertRhythm } from "~db/schema/telling";

interface Change {
  name: string;
  alerts: AlertRhythm;
}

/** Renames a search, and sets its alerts; those that begin tell of what is published from now on. @returns whether it is there */
export async function changeSavedSearch(
  db: Db,
  personId: string,
  id: string,
  { name, alerts }: Change,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("saved_search")
    .set(({ case: when, ref }) => ({
      name,
      alerts,
      told_until: when().when("alerts", "=", "off").then(now.toISOString()).else(ref("told_until")).end(),
    }))
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
