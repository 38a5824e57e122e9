import type { Kysely } from "kysely";

/** Rounds of review: who was asked, what they wrote, what the authors answered, and what was decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("rubric")
    .addColumn("network_id", "text", (c) => c.notNull().references("network.id").onDelete("cascade"))
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("criteria", "text", (c) => c.notNull())
    .addColumn("saved_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("saved_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("rubric_primary_key", ["network_id", "version"])
    .execute();
  await db.schema
    .createTable("review_round")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("contribution_id", "text", (c) => c.notNull().references("contribution.id").onDelete("cascade"))
    .addColumn("network_id", "text", (c) => c.notNull().references("network.id").onDelete("cascade"))
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("revision", "integer", (c) => c.notNull())
    .addColumn("rubric_version", "integer", (c) => c.notNull())
    .addColumn("anonymity", "text", (c) => c.notNull())
    .addColumn("reviews_needed", "integer", (c) => c.notNull())
    .addColumn("opened_at", "text", (c) => c.notNull())
    .addColumn("closed_at", "text")
    .addUniqueConstraint("review_round_number", ["contribution_id", "number"])
    .execute();
  await db.schema.createIndex("review_round_network").on("review_round").columns(["network_id", "closed_at"]).execute();
  await db.schema
    .createTable("review_decision")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("contribution_id", "text", (c) => c.notNull().references("contribution.id").onDelete("cascade"))
    .addColumn("round_id", "text", (c) => c.references("review_round.id").onDelete("cascade"))
    .addColumn("verb", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("decided_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("decided_at", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("review_decision_contribution")
    .on("review_decision")
    .columns(["contribution_id", "decided_at"])
    .execute();
  await db.schema
    .createTable("review")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("round_id", "text", (c) => c.notNull().references("review_round.id").onDelete("cascade"))
    .addColumn("revision", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("submitted_at", "text")
    .execute();
  await db.schema.createIndex("review_of_round").on("review").column("round_id").execute();
  await db.schema
    .createTable("review_assignment")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("review_id", "text", (c) => c.notNull().references("review.id").onDelete("cascade"))
    .addColumn("person_id", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("part", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("due_on", "text", (c) => c.notNull())
    .addColumn("invited_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("invited_at", "text", (c) => c.notNull())
    .addColumn("answered_at", "text")
    .addColumn("decline_reason", "text")
    .addColumn("decline_note", "text")
    .addColumn("suggestion", "text")
    .addColumn("declared_conflict", "text")
    .addColumn("reminded_at", "text")
    .addColumn("overdue_told_at", "text")
    .addColumn("submitted_at", "text")
    .addColumn("replaced_by", "text", (c) => c.references("review_assignment.id").onDelete("set null"))
    .addColumn("may_publish", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("signs", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("listed", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex("review_assignment_review").on("review_assignment").column("review_id").execute();
  await db.schema
    .createIndex("review_assignment_person")
    .on("review_assignment")
    .columns(["person_id", "state"])
    .execute();
  await db.schema.createIndex("review_assignment_due").on("review_assignment").columns(["state", "due_on"]).execute();
  const fields = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn("review_id", "text", (c) => c.notNull().references("review.id").onDelete("cascade"))
      .addColumn("field", "text", (c) => c.notNull())
      .addColumn("value", "text", (c) => c.notNull())
      .addColumn("revision", "integer", (c) => c.notNull())
      .addColumn("saved_by", "text", (c) => c.references("person.id").onDelete("set null"))
      .addColumn("saved_at", "text", (c) => c.notNull());
  await fields("review_field").addPrimaryKeyConstraint("review_field_primary_key", ["review_id", "field"]).execute();
  await fields("review_change")
    .addPrimaryKeyConstraint("review_change_primary_key", ["review_id", "revision"])
    .execute();
  await db.schema
    .createTable("requested_change")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("review_id", "text", (c) => c.notNull().references("review.id").onDelete("cascade"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("field", "text")
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("response", "text", (c) => c.notNull().defaultTo(""))
    .addColumn("responded_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("responded_at", "text")
    .addUniqueConstraint("requested_change_position", ["review_id", "position"])
    .execute();
  await db.schema
    .createTable("review_agreement")
    .addColumn("contribution_id", "text", (c) =>
      c.primaryKey().notNull().references("contribution.id").onDelete("cascade"),
    )
    .addColumn("publishes", "integer", (c) => c.notNull())
    .addColumn("said_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("said_at", "text", (c) => c.notNull())
    .execute();
}
