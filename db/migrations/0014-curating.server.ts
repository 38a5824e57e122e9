import { type Kysely, sql } from "kysely";

/** What coordinators curate with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addCalls(db);
  await addCollections(db);
  await addDocumentDrafts(db);
}

async function addCalls(db: Kysely<unknown>): Promise<void> {
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

async function addCollections(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("collection")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("network_id", "text", (c) => c.references("network.id").onDelete("set null"))
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("summary", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("picture_sha256", "text")
    .addColumn("picture_width", "integer")
    .addColumn("picture_height", "integer")
    .addColumn("picture_bytes", "integer")
    .addColumn("picture_alternative", "text")
    .addColumn("current_version", "integer")
    .addColumn("created_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("updated_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("collection_item")
    .addColumn("collection_id", "text", (c) => c.notNull().references("collection.id").onDelete("cascade"))
    .addColumn("entry_id", "text", (c) => c.notNull().references("entry.id").onDelete("cascade"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("collection_item_primary_key", ["collection_id", "entry_id"])
    .execute();
  await db.schema
    .createTable("collection_version")
    .addColumn("collection_id", "text", (c) => c.notNull().references("collection.id"))
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("summary", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("picture_sha256", "text")
    .addColumn("picture_width", "integer")
    .addColumn("picture_height", "integer")
    .addColumn("picture_bytes", "integer")
    .addColumn("picture_alternative", "text")
    .addColumn("change_note", "text")
    .addColumn("published_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("collection_version_primary_key", ["collection_id", "number"])
    .execute();
  await db.schema
    .createTable("collection_version_item")
    .addColumn("collection_id", "text", (c) => c.notNull())
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("entry_id", "text", (c) => c.notNull())
    .addColumn("entry_kind", "text", (c) => c.notNull())
    .addColumn("entry_title", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("collection_version_item_primary_key", ["collection_id", "number", "position"])
    .addForeignKeyConstraint("collection_version_item_version", ["collection_id", "number"], "collection_version", [
      "collection_id",
      "number",
    ])
    .execute();
  await db.schema
    .createIndex("collection_version_item_entry")
    .on("collection_version_item")
    .columns(["entry_id", "collection_id"])
    .execute();
  // What was published stays: no program of ours, and no hand, changes it.
  for (const table of ["collection_version", "collection_version_item"]) {
    for (const deed of ["update", "delete"]) {
      await sql`create trigger ${sql.ref(`${table}_no_${deed}`)} before ${sql.raw(deed)} on ${sql.ref(table)}
        begin select raise(abort, 'what was published stays'); end`.execute(db);
    }
  }
  await db.schema
    .createTable("feature")
    .addColumn("place", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("featured_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("featured_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("feature_primary_key", ["place", "kind", "id"])
    .execute();
}

async function addDocumentDrafts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("document_draft")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("source_name", "text", (c) => c.notNull())
    .addColumn("source_sha256", "text", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("before", "text")
    .addColumn("revision", "integer", (c) => c.notNull())
    .addColumn("created_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("updated_at", "text", (c) => c.notNull())
    .execute();
}
