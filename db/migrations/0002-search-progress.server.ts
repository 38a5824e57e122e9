import type { Kysely } from "kysely";

/** How far each search engine's index has come in the outbox. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("search_progress")
    .addColumn("engine", "text", (c) => c.primaryKey().notNull())
    .addColumn("last_outbox_id", "integer")
    .addColumn("rebuild_from", "integer")
    .addColumn("failures", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("last_error", "text")
    .addColumn("updated_at", "text", (c) => c.notNull())
    .execute();
}
