import type { Kysely } from "kysely";

/** What members write before it is published: nothing here is an entry, so no page, index or answer for readers can meet it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("contribution")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("network_id", "text", (c) => c.references("network.id").onDelete("set null"))
    .addColumn("city_id", "text", (c) => c.references("city.id").onDelete("set null"))
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("entry_id", "text", (c) => c.references("entry.id").onDelete("set null"))
    .addColumn("revision", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("updated_at", "text", (c) => c.notNull())
    .addColumn("submitted_at", "text")
    .execute();
  await db.schema
    .createIndex("contribution_network")
    .on("contribution")
    .columns(["network_id", "status", "updated_at"])
    .execute();
  await db.schema
    .createTable("contribution_author")
    .addColumn("contribution_id", "text", (c) => c.notNull().references("contribution.id").onDelete("cascade"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("name", "text")
    .addColumn("roles", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("contribution_author_primary_key", ["contribution_id", "position"])
    .addUniqueConstraint("contribution_author_once", ["contribution_id", "person_id"])
    .execute();
  await db.schema.createIndex("contribution_author_person").on("contribution_author").column("person_id").execute();
  await db.schema
    .createTable("contribution_field")
    .addColumn("contribution_id", "text", (c) => c.notNull().references("contribution.id").onDelete("cascade"))
    .addColumn("field", "text", (c) => c.notNull())
    .addColumn("value", "text", (c) => c.notNull())
    .addColumn("revision", "integer", (c) => c.notNull())
    .addColumn("saved_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("saved_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("contribution_field_primary_key", ["contribution_id", "field"])
    .execute();
  await db.schema
    .createTable("contribution_change")
    .addColumn("contribution_id", "text", (c) => c.notNull().references("contribution.id").onDelete("cascade"))
    .addColumn("revision", "integer", (c) => c.notNull())
    .addColumn("field", "text", (c) => c.notNull())
    .addColumn("value", "text", (c) => c.notNull())
    .addColumn("saved_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("saved_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("contribution_change_primary_key", ["contribution_id", "revision"])
    .execute();
  await db.schema
    .createTable("contribution_link")
    .addColumn("contribution_id", "text", (c) => c.notNull().references("contribution.id").onDelete("cascade"))
    .addColumn("to_id", "text", (c) => c.notNull().references("entry.id").onDelete("cascade"))
    .addColumn("type", "text", (c) => c.notNull())
    .addColumn("evidence", "text")
    .addColumn("note", "text")
    .addPrimaryKeyConstraint("contribution_link_primary_key", ["contribution_id", "to_id", "type"])
    .execute();
  await db.schema
    .createTable("contribution_file")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("contribution_id", "text", (c) => c.notNull().references("contribution.id").onDelete("cascade"))
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("media_type", "text", (c) => c.notNull())
    .addColumn("bytes", "integer", (c) => c.notNull())
    .addColumn("sha256", "text", (c) => c.notNull())
    .addColumn("width", "integer")
    .addColumn("height", "integer")
    .addColumn("alternative_text", "text")
    .addColumn("added_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("added_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("fact_check")
    .addColumn("contribution_id", "text", (c) => c.notNull().references("contribution.id").onDelete("cascade"))
    .addColumn("asked_at", "text", (c) => c.notNull())
    .addColumn("asked_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("answer", "text")
    .addColumn("disputed_points", "text")
    .addColumn("answered_at", "text")
    .addColumn("answered_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addPrimaryKeyConstraint("fact_check_primary_key", ["contribution_id", "asked_at"])
    .execute();
  await db.schema
    .createTable("api_token")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade"))
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("token_hash", "text", (c) => c.notNull().unique())
    .addColumn("scopes", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("expires_at", "text", (c) => c.notNull())
    .addColumn("last_used_at", "text")
    .execute();
}
