import { type Kysely, sql } from "kysely";

/** Links and files as they stood when a round opened, and ways to what a publication came from and to what still waits for people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("review_round_link")
    .addColumn("round_id", "text", (c) => c.notNull().references("review_round.id").onDelete("cascade"))
    .addColumn("to_id", "text", (c) => c.notNull().references("entry.id").onDelete("cascade"))
    .addColumn("type", "text", (c) => c.notNull())
    .addColumn("evidence", "text")
    .addColumn("note", "text")
    .addPrimaryKeyConstraint("review_round_link_primary_key", ["round_id", "to_id", "type"])
    .execute();
  await db.schema
    .createTable("review_round_file")
    .addColumn("round_id", "text", (c) => c.notNull().references("review_round.id").onDelete("cascade"))
    .addColumn("file_id", "text", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("alternative_text", "text")
    .addColumn("caption", "text")
    .addColumn("media_type", "text", (c) => c.notNull())
    .addColumn("bytes", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("review_round_file_primary_key", ["round_id", "file_id"])
    .execute();
  await db.schema.createIndex("review_round_file_file").on("review_round_file").column("file_id").execute();
  // Of rounds that were opened before, what stands now is all that is known.
  await sql`insert into review_round_link (round_id, to_id, type, evidence, note)
    select review_round.id, link.to_id, link.type, link.evidence, link.note
    from review_round join contribution_link as link on link.contribution_id = review_round.contribution_id`.execute(
    db,
  );
  await sql`insert into review_round_file
      (round_id, file_id, position, name, alternative_text, caption, media_type, bytes)
    select review_round.id, file.id, row_number() over (partition by review_round.id order by file.added_at, file.id),
      file.name, file.alternative_text, file.caption, file.media_type, file.bytes
    from review_round join contribution_file as file on file.contribution_id = review_round.contribution_id
    where file.removed_at is null`.execute(db);
  // A published page asks whether its reviews are published.
  await db.schema.createIndex("contribution_entry").on("contribution").column("entry_id").execute();
  await db.schema
    .createIndex("notification_waiting")
    .on("notification")
    .columns(["subject_kind", "subject_id"])
    .where(sql.ref("waits"), "=", sql.lit(1))
    .execute();
}
