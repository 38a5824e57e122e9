import type { Kysely } from "kysely";

/** What curators change of the library, field by field, and the tags that they give its entries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("term").addColumn("description_fr", "text").execute();
  await db.schema.alterTable("term").addColumn("description_es", "text").execute();
  await addTags(db);
  await addEditions(db);
  await db.schema.alterTable("collection").addColumn("withdrawn_at", "text").execute();
  await db.schema.alterTable("collection").addColumn("withdrawn_reason", "text").execute();
}

async function addTags(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("tag")
    .addColumn("slug", "text", (c) => c.primaryKey().notNull())
    .addColumn("label", "text", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("merged_into", "text", (c) => c.references("tag.slug"))
    .addColumn("stands_for", "text", (c) => c.notNull().references("tag.slug"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("tag_stands_for").on("tag").column("stands_for").execute();
  await db.schema
    .createTable("entry_tag")
    .addColumn("entry_id", "text", (c) => c.notNull().references("entry.id").onDelete("cascade"))
    .addColumn("tag", "text", (c) => c.notNull().references("tag.slug"))
    .addPrimaryKeyConstraint("entry_tag_pk", ["entry_id", "tag"])
    .execute();
  await db.schema.createIndex("entry_tag_tag").on("entry_tag").column("tag").execute();
}

async function addEditions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("edition")
    .addColumn("number", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("place", "text", (c) => c.notNull())
    .addColumn("edited_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("edited_at", "text", (c) => c.notNull())
    .addColumn("taken_back_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("taken_back_at", "text")
    .execute();
  await db.schema.createIndex("edition_place").on("edition").columns(["place", "number"]).execute();
  await db.schema.createIndex("edition_subject").on("edition").columns(["kind", "subject"]).execute();
  await db.schema
    .createTable("edition_field")
    .addColumn("edition", "integer", (c) => c.notNull().references("edition.number").onDelete("cascade"))
    .addColumn("field", "text", (c) => c.notNull())
    .addColumn("before", "text")
    .addColumn("after", "text")
    .addPrimaryKeyConstraint("edition_field_pk", ["edition", "field"])
    .execute();
}
