import type { Kysely } from "kysely";

/** Who belongs to which network and in what role, which cities a network has, and who may speak for a city. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("network")
    .addColumn("parent_id", "text", (c) => c.references("network.id").onDelete("set null"))
    .execute();
  const policy = (name: string, type: "text" | "integer", fallback: string | number) =>
    db.schema
      .alterTable("network")
      .addColumn(name, type, (c) => c.notNull().defaultTo(fallback))
      .execute();
  await policy("join_policy", "text", "invitation");
  await policy("reviews_needed", "integer", 2);
  await policy("publishes_snapshots", "integer", 0);
  await policy("anonymity", "text", "open");

  await db.schema
    .createTable("network_city")
    .addColumn("network_id", "text", (c) => c.notNull().references("network.id").onDelete("cascade"))
    .addColumn("city_id", "text", (c) => c.notNull().references("city.id").onDelete("cascade"))
    .addPrimaryKeyConstraint("network_city_primary_key", ["network_id", "city_id"])
    .execute();
  await db.schema
    .createTable("membership")
    .addColumn("network_id", "text", (c) => c.notNull().references("network.id").onDelete("cascade"))
    .addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade"))
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("coordinator", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("reviewer", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("note", "text")
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("decided_at", "text")
    .addColumn("decided_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addPrimaryKeyConstraint("membership_primary_key", ["network_id", "person_id"])
    .execute();
  await db.schema.createIndex("membership_person").on("membership").column("person_id").execute();
  await db.schema
    .createTable("invitation")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("network_id", "text", (c) => c.notNull().references("network.id").onDelete("cascade"))
    .addColumn("email", "text", (c) => c.notNull())
    .addColumn("coordinator", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("reviewer", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("token_hash", "text", (c) => c.notNull().unique())
    .addColumn("invited_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("expires_at", "text", (c) => c.notNull())
    .addColumn("accepted_at", "text")
    .addColumn("accepted_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("withdrawn_at", "text")
    .execute();
  await db.schema.createIndex("invitation_network").on("invitation").column("network_id").execute();
  await db.schema
    .createTable("city_official")
    .addColumn("network_id", "text", (c) => c.notNull())
    .addColumn("city_id", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("granted_by", "text", (c) => c.references("person.id").onDelete("set null"))
    .addColumn("granted_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("city_official_primary_key", ["network_id", "city_id", "person_id"])
    // The right ends with what it rests on: the city's place in the network, and the person's.
    .addForeignKeyConstraint(
      "city_official_city",
      ["network_id", "city_id"],
      "network_city",
      ["network_id", "city_id"],
      (c) => c.onDelete("cascade"),
    )
    .addForeignKeyConstraint(
      "city_official_member",
      ["network_id", "person_id"],
      "membership",
      ["network_id", "person_id"],
      (c) => c.onDelete("cascade"),
    )
    .execute();
  await db.schema.createIndex("city_official_person").on("city_official").column("person_id").execute();
}
