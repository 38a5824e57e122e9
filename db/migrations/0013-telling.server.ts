import { type Kysely, sql } from "kysely";

/** How people are told: their choice, what they follow, the searches that they keep, and the jobs of the server's clock. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("mail_choice")
    .addColumn("person_id", "text", (c) => c.primaryKey().notNull().references("person.id").onDelete("cascade"))
    .addColumn("choice", "text", (c) => c.notNull())
    .addColumn("changed_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("unsubscribe_token")
    .addColumn("hash", "text", (c) => c.primaryKey().notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("unsubscribe_token_person").on("unsubscribe_token").column("person_id").execute();
  await db.schema.alterTable("mail").addColumn("unsubscribe_url", "text").execute();

  await db.schema.alterTable("notification").addColumn("once_key", "text").execute();
  await db.schema
    .createIndex("notification_once")
    .on("notification")
    .columns(["person_id", "once_key"])
    .unique()
    .execute();
  const where = (column: string) =>
    db.schema
      .createIndex(`notification_un${column}`)
      .on("notification")
      .column("person_id")
      .where(sql.ref(`${column}_at`), "is", null)
      .execute();
  await where("read");
  await where("mailed");

  await db.schema
    .createTable("follow")
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade"))
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("subject_id", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("follow_primary_key", ["person_id", "kind", "subject_id"])
    .execute();
  await db.schema.createIndex("follow_subject").on("follow").columns(["kind", "subject_id"]).execute();

  await db.schema
    .createTable("saved_search")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade"))
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("query", "text", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("alerts", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("told_until", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("saved_search_person").on("saved_search").column("person_id").execute();

  await db.schema
    .createTable("job")
    .addColumn("name", "text", (c) => c.primaryKey().notNull())
    .addColumn("done_until", "text", (c) => c.notNull())
    .addColumn("succeeded_at", "text")
    .addColumn("failed_at", "text")
    .addColumn("failures", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("last_error", "text")
    .addColumn("mark", "text")
    .execute();
}
