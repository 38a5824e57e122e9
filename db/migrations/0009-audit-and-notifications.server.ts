import type { Kysely } from "kysely";

/** What was done, for administrators; what is told, for each person; and a contribution that revises a published one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("audit_event")
    .addColumn("number", "integer", (c) => c.primaryKey().notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("actor_id", "text")
    .addColumn("action", "text", (c) => c.notNull())
    .addColumn("subject_kind", "text", (c) => c.notNull())
    .addColumn("subject_id", "text", (c) => c.notNull())
    .addColumn("details", "text", (c) => c.notNull())
    .addColumn("address", "text")
    .addColumn("address_salt", "text")
    .addColumn("address_digest", "text")
    .addColumn("previous_hash", "text", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull().unique())
    .execute();
  await db.schema
    .createIndex("audit_event_subject")
    .on("audit_event")
    .columns(["subject_kind", "subject_id", "number"])
    .execute();
  await db.schema
    .createTable("notification")
    .addColumn("id", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade"))
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("subject_kind", "text", (c) => c.notNull())
    .addColumn("subject_id", "text", (c) => c.notNull())
    .addColumn("details", "text", (c) => c.notNull())
    .addColumn("waits", "integer", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("read_at", "text")
    .addColumn("mailed_at", "text")
    .execute();
  await db.schema.createIndex("notification_person").on("notification").columns(["person_id", "id"]).execute();
  await db.schema
    .alterTable("contribution")
    .addColumn("revises_id", "text", (c) => c.references("contribution.id").onDelete("set null"))
    .execute();
}
