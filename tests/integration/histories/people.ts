import { randomUUID } from "node:crypto";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";

export const names = [
  "author",
  "coordinator",
  "second",
  "r1",
  "r2",
  "ownCity",
  "colleague",
  "junior",
  "stranger",
] as const;
export type Name = (typeof names)[number];

export const at = "2026-01-01T00:00:00.000Z";

export interface ReviewWorld {
  ids: Record<Name, string>;
  actors: Record<Name, NonNullable<Actor>>;
}

/** A network, a tool that practices use, and people with and without conflicts of interest. */
export async function makeReviewWorld(db: Db): Promise<ReviewWorld> {
  const label = { label_en: "x", label_fr: "x", label_es: "x" };
  await db
    .insertInto("region")
    .values({ code: "r", m49: "1", parent_code: null, ...label })
    .execute();
  await db
    .insertInto("country")
    .values({ code: "ZZ", iso3: "ZZZ", m49: "2", region_code: "r", ...label })
    .execute();
  const entry = (id: string, kind: "network" | "city" | "organisation" | "tool") =>
    db
      .insertInto("entry")
      .values({ id, kind, title: id, language: "en", published_at: at, created_at: at, updated_at: at })
      .execute();
  await entry("net", "network");
  await entry("town", "city");
  await entry("office", "organisation");
  await entry("budget", "tool");
  const texts = { what_it_is: "A budget.", when_to_use: "-", who_does_it: "-", what_it_needs: "-", how_to_know: "-" };
  await db
    .insertInto("tool")
    .values({ id: "budget", ...texts, pitfalls: "-", aliases: "[]", steps: "[]", further_reading: "[]" })
    .execute();
  await db
    .insertInto("term")
    .values({ vocabulary: "theme", code: "x", position: 1, ...label })
    .execute();
  await db.insertInto("network").values({ id: "net" }).execute();
  await db
    .insertInto("city")
    .values({ id: "town", kind: "city", country_code: "ZZ", latitude: 0, longitude: 0 })
    .execute();
  await db.insertInto("organisation").values({ id: "office", kind: "public" }).execute();
  const ids = Object.fromEntries(names.map((name) => [name, randomUUID()])) as Record<Name, string>;
  const actors: Partial<Record<Name, NonNullable<Actor>>> = {};
  for (const name of names) {
    const coordinator = name === "coordinator" || name === "second";
    const reviewer = ["r1", "r2", "ownCity", "colleague"].includes(name);
    await db
      .insertInto("person")
      .values({
        ...{ id: ids[name], email: `${name}@city.example`, name, language: "en", created_at: at, updated_at: at },
        ...{ listed: 0, administrator: 0, city_id: name === "ownCity" ? "town" : null },
        organisation_id: name === "author" || name === "colleague" ? "office" : null,
      })
      .execute();
    const role = { networkId: "net", coordinator, reviewer };
    actors[name] = { person: { id: ids[name] }, administrator: false, cities: [], memberships: [] };
    if (name === "stranger") continue;
    actors[name].memberships.push(role);
    await db
      .insertInto("membership")
      .values({
        ...{ network_id: "net", person_id: ids[name], state: "active", created_at: at },
        ...{ coordinator: coordinator ? 1 : 0, reviewer: reviewer ? 1 : 0 },
      })
      .execute();
  }
  return { ids, actors: actors as ReviewWorld["actors"] };
}

const fields = {
  ...{ title: "A", pitch: "A", city: "town", lead_body: "A", contact: "A", started: "2019", stage: "ongoing" },
  ...{ themes: '["x"]', situation_before: "A", what_was_done: "A", results: "A", licence: "CC0-1.0", language: "en" },
};

/** A draft with everything that it must have. */
export async function addDraft(db: Db, author: string): Promise<string> {
  const id = randomUUID();
  const rows = Object.entries(fields).map(([field, value], index) => ({
    ...{ contribution_id: id, field, value, revision: index + 1, saved_by: author, saved_at: at },
  }));
  await db
    .insertInto("contribution")
    .values({
      ...{ id, kind: "practice", status: "draft", city_id: "town", language: "en", created_at: at, updated_at: at },
      revision: rows.length,
    })
    .execute();
  await db
    .insertInto("contribution_author")
    .values({ contribution_id: id, position: 1, person_id: author, name: null, roles: "[]" })
    .execute();
  await db.insertInto("contribution_field").values(rows).execute();
  await db.insertInto("contribution_change").values(rows).execute();
  await db
    .insertInto("contribution_link")
    .values({ contribution_id: id, to_id: "budget", type: "uses", evidence: "claimed", note: "Each year." })
    .execute();
  return id;
}
