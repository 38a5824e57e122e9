import type { Kysely } from "kysely";

/** Persons, their sessions and secrets, and the mail that waits to be sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("person")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("email", "text", (c) => c.notNull().unique())
    .addColumn("email_confirmed_at", "text")
    .addColumn("password_hash", "text")
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("role_title", "text")
    .addColumn("city_id", "text", (c) => c.references("city.id").onDelete("set null"))
    .addColumn("organisation_id", "text", (c) => c.references("organisation.id").onDelete("set null"))
    .addColumn("orcid", "text")
    .addColumn("listed", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("administrator", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("updated_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("person_language")
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade"))
    .addColumn("language", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("person_language_primary_key", ["person_id", "language"])
    .execute();
  await db.schema
    .createTable("person_expertise")
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade"))
    .addColumn("vocabulary", "text", (c) => c.notNull())
    .addColumn("code", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("person_expertise_primary_key", ["person_id", "vocabulary", "code"])
    .execute();

  await db.schema
    .createTable("session")
    .addColumn("id_hash", "text", (c) => c.primaryKey().notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("seen_at", "text", (c) => c.notNull())
    .addColumn("expires_at", "text", (c) => c.notNull())
    .addColumn("ends_at", "text", (c) => c.notNull())
    .addColumn("user_agent", "text")
    .addColumn("address", "text")
    .execute();
  await db.schema.createIndex("session_person").on("session").column("person_id").execute();
  await db.schema
    .createTable("known_device")
    .addColumn("id_hash", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade"))
    .addColumn("seen_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("known_device_primary_key", ["id_hash", "person_id"])
    .execute();
  await db.schema.createIndex("known_device_person").on("known_device").column("person_id").execute();
  await db.schema
    .createTable("one_time_token")
    .addColumn("hash", "text", (c) => c.primaryKey().notNull())
    .addColumn("purpose", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.references("person.id").onDelete("cascade"))
    .addColumn("email", "text")
    .addColumn("payload", "text")
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("expires_at", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("one_time_token_person").on("one_time_token").column("person_id").execute();
  await db.schema.createIndex("one_time_token_email").on("one_time_token").column("email").execute();
  await db.schema
    .createTable("second_factor")
    .addColumn("person_id", "text", (c) => c.primaryKey().notNull().references("person.id").onDelete("cascade"))
    .addColumn("secret", "text", (c) => c.notNull())
    .addColumn("confirmed_at", "text")
    .addColumn("last_step", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable("recovery_code")
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade"))
    .addColumn("hash", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("recovery_code_primary_key", ["person_id", "hash"])
    .execute();

  await db.schema
    .createTable("mail")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("person_id", "text", (c) => c.references("person.id").onDelete("cascade"))
    .addColumn("recipient", "text", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("once_key", "text", (c) => c.unique())
    .addColumn("attempts", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("next_attempt_at", "text")
    .addColumn("sent_at", "text")
    .addColumn("last_error", "text")
    .addColumn("created_at", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("mail_next").on("mail").column("next_attempt_at").execute();
  await db.schema.createIndex("mail_recipient").on("mail").column("recipient").execute();
  await db.schema.createIndex("mail_person").on("mail").column("person_id").execute();
}
