import type { Kysely } from "kysely";

/** Who wants to be told of a single thread, or no more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("thread_follow")
    .addColumn("thread_id", "text", (c) => c.notNull().references("thread.id").onDelete("cascade"))
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade"))
    .addColumn("follows", "integer", (c) => c.notNull())
    .addColumn("chosen_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("thread_follow_primary_key", ["thread_id", "person_id"])
    .execute();
  await db.schema.createIndex("thread_follow_person").on("thread_follow").column("person_id").execute();
}
