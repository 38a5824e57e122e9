import type { Kysely } from "kysely";

/** What was searched for: counts by day, without a trace of who searched. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("search_count")
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("searches", "integer", (c) => c.notNull())
    .addColumn("without_result", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("search_count_primary_key", ["day", "text"])
    .execute();
}
