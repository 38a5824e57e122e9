import { type Kysely, sql } from "kysely";

/** Conversations about what is reviewed and what is published. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("thread")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("entry_id", "text", (c) => c.references("entry.id").onDelete("cascade").onUpdate("cascade"))
    .addColumn("contribution_id", "text", (c) => c.references("contribution.id").onDelete("cascade"))
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("quote", "text")
    .addColumn("quote_field", "text")
    .addColumn("started_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("last_at", "text", (c) => c.notNull())
    .addColumn("last_number", "integer", (c) => c.notNull())
    .addColumn("resolved_at", "text")
    .addColumn("locked_at", "text")
    .addCheckConstraint("thread_has_one_subject", sql`(entry_id is null) <> (contribution_id is null)`)
    .execute();
  await db.schema.createIndex("thread_of_entry").on("thread").columns(["entry_id", "last_at"]).execute();
  await db.schema.createIndex("thread_of_contribution").on("thread").columns(["contribution_id", "last_at"]).execute();
  await db.schema.createIndex("thread_starter").on("thread").column("started_by").execute();

  await db.schema
    .createTable("thread_message")
    .addColumn("thread_id", "text", (c) => c.notNull().references("thread.id").onDelete("cascade"))
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("writer_id", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("side", "text")
    .addColumn("reviewer_number", "integer")
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("html", "text", (c) => c.notNull())
    .addColumn("quoted_number", "integer")
    .addColumn("quote", "text")
    .addColumn("written_at", "text", (c) => c.notNull())
    .addColumn("edited_at", "text")
    .addColumn("removed_at", "text")
    .addColumn("removed_by", "text")
    .addColumn("removal_reason", "text")
    .addPrimaryKeyConstraint("thread_message_primary_key", ["thread_id", "number"])
    .addCheckConstraint("thread_message_removed", sql`(removed_at is null) = (removed_by is null)`)
    .execute();
  await db.schema
    .createIndex("thread_message_writer")
    .on("thread_message")
    .columns(["writer_id", "written_at"])
    .execute();

  await db.schema
    .createTable("thread_report")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("thread_id", "text", (c) => c.notNull())
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("reporter_id", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("reported_at", "text", (c) => c.notNull())
    .addColumn("outcome", "text")
    .addColumn("decided_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("decided_at", "text")
    .addForeignKeyConstraint(
      "thread_report_message",
      ["thread_id", "number"],
      "thread_message",
      ["thread_id", "number"],
      (constraint) => constraint.onDelete("cascade"),
    )
    .addCheckConstraint("thread_report_decided", sql`(outcome is null) = (decided_at is null)`)
    .execute();
  await db.schema.createIndex("thread_report_of").on("thread_report").columns(["thread_id", "number"]).execute();
  await db.schema
    .createIndex("thread_report_reporter")
    .on("thread_report")
    .columns(["reporter_id", "reported_at"])
    .execute();
  await db.schema.createIndex("thread_report_decider").on("thread_report").column("decided_by").execute();
}
