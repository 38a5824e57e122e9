import type { Kysely } from "kysely";

/** Links that authors took away, so that they can be put back, and suggestions that they did not want. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("contribution_link_removed")
    .addColumn("contribution_id", "text", (c) => c.notNull().references("contribution.id").onDelete("cascade"))
    .addColumn("to_id", "text", (c) => c.notNull().references("entry.id").onDelete("cascade"))
    .addColumn("type", "text", (c) => c.notNull())
    .addColumn("evidence", "text")
    .addColumn("note", "text")
    .addColumn("removed_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("contribution_link_removed_primary_key", ["contribution_id", "to_id"])
    .execute();
  await db.schema
    .createTable("contribution_link_dismissed")
    .addColumn("contribution_id", "text", (c) => c.notNull().references("contribution.id").onDelete("cascade"))
    .addColumn("to_id", "text", (c) => c.notNull().references("entry.id").onDelete("cascade"))
    .addColumn("dismissed_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("contribution_link_dismissed_primary_key", ["contribution_id", "to_id"])
    .execute();
}
