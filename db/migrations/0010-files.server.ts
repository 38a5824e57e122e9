import type { Kysely } from "kysely";

/** Captions, files that can be put back, and texts that are rendered when they are saved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("contribution_file").addColumn("caption", "text").execute();
  await db.schema.alterTable("contribution_file").addColumn("removed_at", "text").execute();
  await db.schema
    .createIndex("contribution_file_contribution")
    .on("contribution_file")
    .column("contribution_id")
    .execute();
  await db.schema.createIndex("contribution_file_hash").on("contribution_file").column("sha256").execute();
  await db.schema.alterTable("contribution_field").addColumn("html", "text").execute();
  await db.schema.createIndex("api_token_person").on("api_token").column("person_id").execute();
}
