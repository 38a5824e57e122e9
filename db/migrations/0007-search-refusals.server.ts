import type { Kysely } from "kysely";

/** Entries that a search engine refuses are set aside, so that those behind them in the outbox go on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("search_refusal")
    .addColumn("engine", "text", (c) => c.notNull())
    .addColumn("entry_id", "text", (c) => c.notNull())
    .addColumn("error", "text", (c) => c.notNull())
    .addColumn("attempts", "integer", (c) => c.notNull())
    .addColumn("since", "text", (c) => c.notNull())
    .addColumn("retry_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("search_refusal_primary_key", ["engine", "entry_id"])
    .execute();
}
