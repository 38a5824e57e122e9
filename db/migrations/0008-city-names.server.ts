import type { Kysely } from "kysely";

/** What French and Spanish call a city, where it is not what English calls it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("city").addColumn("name_fr", "text").execute();
  await db.schema.alterTable("city").addColumn("name_es", "text").execute();
}
