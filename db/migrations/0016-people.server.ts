import type { Kysely } from "kysely";

/** Sessions get a new id after a change of what the person may do; the one before works for a moment more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("session")
    .addColumn("renew", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable("session").addColumn("previous_hash", "text").execute();
  await db.schema.alterTable("session").addColumn("previous_until", "text").execute();
  await db.schema.createIndex("session_previous").on("session").column("previous_hash").execute();
}
