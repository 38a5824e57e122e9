import { type Kysely, sql } from "kysely";

/** The library: documents and provisions, practices and case studies, tools, places, vocabularies, links, outbox. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const now = sql`(strftime('%Y-%m-%dT%H:%M:%fZ','now'))`;

  await db.schema
    .createTable("entry")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("summary", "text")
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("published_at", "text")
    .addColumn("created_at", "text", (c) => c.notNull().defaultTo(now))
    .addColumn("updated_at", "text", (c) => c.notNull().defaultTo(now))
    .execute();
  await db.schema.createIndex("entry_kind").on("entry").columns(["kind", "title"]).execute();

  await db.schema
    .createTable("term")
    .addColumn("vocabulary", "text", (c) => c.notNull())
    .addColumn("code", "text", (c) => c.notNull())
    .addColumn("parent_code", "text")
    .addColumn("label_en", "text", (c) => c.notNull())
    .addColumn("label_fr", "text", (c) => c.notNull())
    .addColumn("label_es", "text", (c) => c.notNull())
    .addColumn("description", "text")
    .addColumn("maps_to", "text")
    .addColumn("position", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("term_pk", ["vocabulary", "code"])
    .execute();

  await db.schema
    .createTable("entry_term")
    .addColumn("entry_id", "text", (c) => c.notNull().references("entry.id").onDelete("cascade"))
    .addColumn("vocabulary", "text", (c) => c.notNull())
    .addColumn("code", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("entry_term_pk", ["entry_id", "vocabulary", "code"])
    .addForeignKeyConstraint("entry_term_term", ["vocabulary", "code"], "term", ["vocabulary", "code"])
    .execute();
  await db.schema.createIndex("entry_term_code").on("entry_term").columns(["vocabulary", "code"]).execute();

  await db.schema
    .createTable("region")
    .addColumn("code", "text", (c) => c.primaryKey().notNull())
    .addColumn("m49", "text", (c) => c.notNull())
    .addColumn("parent_code", "text", (c) => c.references("region.code"))
    .addColumn("label_en", "text", (c) => c.notNull())
    .addColumn("label_fr", "text", (c) => c.notNull())
    .addColumn("label_es", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("country")
    .addColumn("code", "text", (c) => c.primaryKey().notNull())
    .addColumn("iso3", "text", (c) => c.notNull())
    .addColumn("m49", "text", (c) => c.notNull())
    .addColumn("region_code", "text", (c) => c.notNull().references("region.code"))
    .addColumn("label_en", "text", (c) => c.notNull())
    .addColumn("label_fr", "text", (c) => c.notNull())
    .addColumn("label_es", "text", (c) => c.notNull())
    .execute();

  await db.schema
    .createTable("city")
    .addColumn("id", "text", (c) => c.primaryKey().notNull().references("entry.id").onDelete("cascade"))
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("country_code", "text", (c) => c.notNull().references("country.code"))
    .addColumn("latitude", "real", (c) => c.notNull())
    .addColumn("longitude", "real", (c) => c.notNull())
    .addColumn("geonames_id", "integer")
    .addColumn("population_band", "text")
    .execute();
  await db.schema
    .createTable("organisation")
    .addColumn("id", "text", (c) => c.primaryKey().notNull().references("entry.id").onDelete("cascade"))
    .addColumn("acronym", "text")
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("country_code", "text", (c) => c.references("country.code"))
    .addColumn("website", "text")
    .execute();
  await db.schema
    .createTable("network")
    .addColumn("id", "text", (c) => c.primaryKey().notNull().references("entry.id").onDelete("cascade"))
    .addColumn("acronym", "text")
    .addColumn("organisation_id", "text", (c) => c.references("organisation.id"))
    .addColumn("website", "text")
    .execute();

  await db.schema
    .createTable("document")
    .addColumn("id", "text", (c) => c.primaryKey().notNull().references("entry.id").onDelete("cascade"))
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("short_title", "text", (c) => c.notNull())
    .addColumn("date", "text")
    .addColumn("event", "text")
    .addColumn("publisher", "text")
    .addColumn("source_url", "text")
    .addColumn("where_to_get", "text")
    .addColumn("current_version", "integer")
    .execute();
  await db.schema
    .createTable("document_version")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("document_id", "text", (c) => c.notNull().references("document.id").onDelete("cascade"))
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("source_name", "text", (c) => c.notNull())
    .addColumn("source_sha256", "text", (c) => c.notNull())
    .addColumn("imported_at", "text", (c) => c.notNull())
    .addColumn("change_note", "text")
    .addUniqueConstraint("document_version_number", ["document_id", "number"])
    .execute();
  await db.schema
    .createTable("participant")
    .addColumn("document_version_id", "text", (c) => c.notNull().references("document_version.id").onDelete("cascade"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("country", "text")
    .addColumn("participant_group", "text")
    .addPrimaryKeyConstraint("participant_pk", ["document_version_id", "position"])
    .execute();

  await db.schema
    .createTable("provision")
    .addColumn("id", "text", (c) => c.primaryKey().notNull().references("entry.id").onDelete("cascade"))
    .addColumn("document_id", "text", (c) => c.notNull().references("document.id").onDelete("cascade"))
    .addColumn("eid", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("label", "text")
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("current", "integer", (c) => c.notNull().defaultTo(1))
    .addUniqueConstraint("provision_eid", ["document_id", "eid"])
    .execute();
  await db.schema
    .createIndex("provision_order")
    .on("provision")
    .columns(["document_id", "current", "position"])
    .execute();
  await db.schema
    .createTable("provision_version")
    .addColumn("document_version_id", "text", (c) => c.notNull().references("document_version.id").onDelete("cascade"))
    .addColumn("provision_id", "text", (c) => c.notNull().references("provision.id").onDelete("cascade"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("label", "text")
    .addColumn("verb", "text")
    .addColumn("heading", "text")
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("speaker", "text")
    .addColumn("affiliation", "text")
    .addColumn("parent_eid", "text")
    .addColumn("depth", "integer", (c) => c.notNull())
    .addColumn("line", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("provision_version_pk", ["document_version_id", "provision_id"])
    .execute();
  await db.schema.createIndex("provision_version_provision").on("provision_version").column("provision_id").execute();
  await db.schema
    .createTable("provision_redirect")
    .addColumn("document_id", "text", (c) => c.notNull().references("document.id").onDelete("cascade"))
    .addColumn("from_eid", "text", (c) => c.notNull())
    .addColumn("to_eid", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("provision_redirect_pk", ["document_id", "from_eid"])
    .execute();
  await db.schema
    .createTable("provision_note")
    .addColumn("provision_id", "text", (c) => c.notNull().references("provision.id").onDelete("cascade"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("provision_note_pk", ["provision_id", "position"])
    .execute();

  const cityExperience = (table: "practice" | "case_study") =>
    db.schema
      .createTable(table)
      .addColumn("id", "text", (c) => c.primaryKey().notNull().references("entry.id").onDelete("cascade"))
      .addColumn("city_id", "text", (c) => c.notNull().references("city.id"))
      .addColumn("stage", "text", (c) => c.notNull())
      .addColumn("started", "text")
      .addColumn("ended", "text")
      .addColumn("year", "integer", (c) => c.notNull())
      .addColumn("lead_body", "text")
      .addColumn("partners", "text")
      .addColumn("situation_before", "text")
      .addColumn("what_was_done", "text", (c) => c.notNull())
      .addColumn("results", "text")
      .addColumn("challenges", "text")
      .addColumn("lessons_learned", "text")
      .addColumn("review_status", "text", (c) => c.notNull())
      .addColumn("licence", "text", (c) => c.notNull());
  await cityExperience("practice")
    .addColumn("depth", "text", (c) => c.notNull())
    .addColumn("contact", "text")
    .addColumn("objectives", "text")
    .addColumn("legal_basis", "text")
    .addColumn("participation", "text")
    .addColumn("resources", "text")
    .addColumn("sustainability", "text")
    .addColumn("transfer_conditions", "text")
    .execute();
  await cityExperience("case_study")
    .addColumn("method", "text")
    .addColumn("research_period", "text")
    .addColumn("limits", "text")
    .addColumn("authors", "text")
    .addColumn("fact_check", "text", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("practice_city").on("practice").column("city_id").execute();
  await db.schema.createIndex("case_study_city").on("case_study").column("city_id").execute();

  await db.schema
    .createTable("tool")
    .addColumn("id", "text", (c) => c.primaryKey().notNull().references("entry.id").onDelete("cascade"))
    .addColumn("aliases", "text", (c) => c.notNull())
    .addColumn("what_it_is", "text", (c) => c.notNull())
    .addColumn("when_to_use", "text", (c) => c.notNull())
    .addColumn("steps", "text", (c) => c.notNull())
    .addColumn("who_does_it", "text", (c) => c.notNull())
    .addColumn("what_it_needs", "text", (c) => c.notNull())
    .addColumn("pitfalls", "text", (c) => c.notNull())
    .addColumn("how_to_know", "text", (c) => c.notNull())
    .addColumn("further_reading", "text", (c) => c.notNull())
    .execute();

  await db.schema
    .createTable("link")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("from_id", "text", (c) => c.notNull().references("entry.id").onDelete("cascade"))
    .addColumn("to_id", "text", (c) => c.notNull().references("entry.id").onDelete("cascade"))
    .addColumn("type", "text", (c) => c.notNull())
    .addColumn("evidence", "text")
    .addColumn("note", "text")
    .addUniqueConstraint("link_once", ["from_id", "to_id", "type"])
    .execute();
  await db.schema.createIndex("link_to").on("link").columns(["to_id", "type"]).execute();
  await db.schema
    .createTable("source")
    .addColumn("entry_id", "text", (c) => c.notNull().references("entry.id").onDelete("cascade"))
    .addColumn("provision_id", "text", (c) => c.notNull().references("provision.id").onDelete("cascade"))
    .addPrimaryKeyConstraint("source_pk", ["entry_id", "provision_id"])
    .execute();
  await db.schema.createIndex("source_provision").on("source").column("provision_id").execute();

  await db.schema
    .createTable("outbox")
    .addColumn("id", "integer", (c) => c.primaryKey().autoIncrement())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("entry_id", "text", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull().defaultTo(now))
    .execute();
}
