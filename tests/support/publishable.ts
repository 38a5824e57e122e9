import { randomUUID } from "node:crypto";
import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { ContributionKind, ContributionStatus } from "~db/schema/contribution";
import { aPerson } from "./a-contribution";
import { fullForm } from "./contribution-server";

/** Every field that a contribution must have, and some that it should, as they are stored. */
export const publishableFields: Record<string, string> = {
  ...fullForm,
  themes: JSON.stringify(fullForm.themes),
  evidence: JSON.stringify([
    { indicator: "Disputes", baseline: "40", value: "12", date: "2021", source: "City of Testville" },
  ]),
  building_blocks: "A mediator and a *quiet* room.",
  references: "The yearbook of the office.",
  method: "Twelve interviews.",
  research_period: "2020 to 2022",
  sources: "Minutes of the council.",
};

interface Wanted {
  status?: ContributionStatus;
  kind?: ContributionKind;
  network?: string;
  fields?: Record<string, string>;
  revises?: string;
  /** How it was accepted. */
  accepted?: "accept" | "accept-unreviewed";
}

/** A contribution as it stands before it is published, with its authors. @returns its id */
export async function aPublishable(db: Db, authors: NonNullable<Actor>[], wanted: Wanted = {}): Promise<string> {
  const { status = "accepted", kind = "practice", network = "own", fields = {}, revises, accepted = "accept" } = wanted;
  const id = randomUUID();
  const at = "2026-03-02T12:00:00.000Z";
  const values = { ...publishableFields, ...fields };
  await db
    .insertInto("contribution")
    .values({
      ...{ id, kind, status, network_id: network, city_id: values.city ?? null, language: values.language ?? "en" },
      ...{ revision: Object.keys(values).length, created_at: at, updated_at: at, submitted_at: at },
      revises_id: revises ?? null,
    })
    .execute();
  for (const [index, { person }] of authors.entries()) {
    const roles = JSON.stringify(index === 0 ? ["conceptualization", "investigation"] : []);
    await db
      .insertInto("contribution_author")
      .values({ contribution_id: id, position: index + 1, person_id: person.id, name: null, roles })
      .execute();
  }
  for (const [index, [field, value]] of Object.entries(values).entries()) {
    const saved_by = authors[0]?.person.id ?? null;
    const row = { contribution_id: id, field, value, revision: index + 1, saved_by, saved_at: at };
    await db.insertInto("contribution_field").values(row).execute();
    await db.insertInto("contribution_change").values(row).execute();
  }
  const doer: Doer = { actor: null, at: new Date(at), address: null };
  if (status === "accepted") {
    await db
      .transaction()
      .execute((trx) => recordEvent(trx, doer, { action: accepted, subject: { kind: "contribution", id } }));
  }
  return id;
}

/** Somebody who coordinates a network. */
export async function aCoordinator(db: Db, email: string, networkId = "own"): Promise<NonNullable<Actor>> {
  const person = await aPerson(db, email);
  await db
    .insertInto("membership")
    .values({
      ...{ network_id: networkId, person_id: person.person.id, state: "active", coordinator: 1, reviewer: 0 },
      created_at: "2026-01-01T00:00:00.000Z",
    })
    .execute();
  return { ...person, memberships: [{ networkId, coordinator: true, reviewer: false }] };
}

/** A network without members. */
export async function aNetwork(db: Db, id = "own"): Promise<void> {
  const at = "2026-01-01T00:00:00.000Z";
  await db
    .insertInto("entry")
    .values({ id, kind: "network", title: id, language: "en", published_at: at, created_at: at, updated_at: at })
    .execute();
  await db.insertInto("network").values({ id }).execute();
}

/** Does it at noon on that day. */
export const doerOf = (actor: Actor, day = "2026-04-01"): Doer => ({
  actor,
  at: new Date(`${day}T12:00:00Z`),
  address: "203.0.113.7",
});
