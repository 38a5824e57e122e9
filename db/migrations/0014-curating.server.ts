import type { Kysely } from "kysely";

/** What coordinators curate with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("call")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("network_id", "text", (c) => c.references("network.id").onDelete("cascade"))
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("recommendation_id", "text", (c) => c.references("provision.id").onDelete("set null"))
    .addColumn("tool_id", "text", (c) => c.references("tool.id").onDelete("set null"))
    .addColumn("region_code", "text", (c) => c.references("region.code").onDelete("set null"))
    .addColumn("theme_code", "text")
    .addColumn("deadline", "text")
    .addColumn("created_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("updated_at", "text", (c) => c.notNull())
    .addColumn("published_at", "text")
    .addColumn("closed_at", "text")
    .execute();
  await db.schema.createIndex("call_status").on("call").columns(["status", "published_at"]).execute();
  await db.schema
    .createTable("call_answer")
    .addColumn("contribution_id", "text", (c) =>
      c.primaryKey().notNull().references("contribution.id").onDelete("cascade"),
    )
    .addColumn("call_id", "text", (c) => c.notNull().references("call.id").onDelete("cascade"))
    .execute();
  await db.schema.createIndex("call_answer_call").on("call_answer").column("call_id").execute();
}
