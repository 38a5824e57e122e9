import { type Kysely, sql } from "kysely";

/**
 * Versions of what is published, who is credited for each, and what was archived or withdrawn. Practices and case studies take the
 * whole template. A version never changes; of a credit only who it names does, when an account is erased.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const added = ["enabling_factors", "building_blocks", "references", "budget", "staff", "partner_rows", "evidence"];
  const ofPractice = ["contact", "objectives", "legal_basis", "participation", "resources", "sustainability"];
  const ofStudy = [...ofPractice, "transfer_conditions", "research_sources", "ethics"];
  for (const column of [...added, "authors"])
    await db.schema.alterTable("practice").addColumn(column, "text").execute();
  for (const column of [...added, ...ofStudy])
    await db.schema.alterTable("case_study").addColumn(column, "text").execute();

  await db.schema
    .createTable("entry_version")
    .addColumn("entry_id", "text", (c) => c.notNull().references("entry.id"))
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("change_note", "text")
    .addColumn("published_at", "text", (c) => c.notNull())
    .addColumn("contribution_id", "text", (c) => c.references("contribution.id"))
    .addPrimaryKeyConstraint("entry_version_primary_key", ["entry_id", "number"])
    .execute();
  await db.schema.createIndex("entry_version_published").on("entry_version").column("published_at").execute();
  await db.schema.createIndex("entry_version_contribution").on("entry_version").column("contribution_id").execute();
  await db.schema
    .createTable("version_credit")
    .addColumn("entry_id", "text", (c) => c.notNull())
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("part", "text", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("orcid", "text")
    .addColumn("roles", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("version_credit_primary_key", ["entry_id", "number", "part", "position"])
    .addForeignKeyConstraint("version_credit_version", ["entry_id", "number"], "entry_version", ["entry_id", "number"])
    .execute();
  await db.schema.createIndex("version_credit_person").on("version_credit").column("person_id").execute();
  await db.schema
    .createTable("retirement")
    .addColumn("entry_id", "text", (c) => c.primaryKey().notNull().references("entry.id"))
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("retired_at", "text", (c) => c.notNull())
    .addColumn("first_published_at", "text", (c) => c.notNull())
    .execute();

  for (const [table, event] of [
    ["entry_version", "update"],
    ["entry_version", "delete"],
    ["version_credit", "delete"],
  ] as const) {
    await sql
      .raw(
        `create trigger ${table}_permanent_${event} before ${event} on ${table}
         begin select raise(abort, 'A published version is permanent.'); end`,
      )
      .execute(db);
  }
  await sql`
    create trigger version_credit_permanent_update before update on version_credit
    when old.entry_id is not new.entry_id or old.number is not new.number or old.part is not new.part
      or old.position is not new.position or old.roles is not new.roles
    begin select raise(abort, 'Of a published version''s credits only the name may change.'); end
  `.execute(db);

  await db.schema
    .createTable("audit_head")
    .addColumn("id", "integer", (c) => c.primaryKey().notNull())
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .execute();
  await sql`
    insert into audit_head (id, number, hash)
    select 1, number, hash from audit_event where number = (select max(number) from audit_event)
  `.execute(db);
}
