import { sql } from "kysely";
import { expect, test } from "vitest";
import { MovedOn } from "~/domain/contributions/move-contribution.server";
import { NotPublishable, publishContribution } from "~/domain/publication/publish-contribution.server";
import { recordFirstVersions } from "~/domain/publication/record-versions.server";
import type { VersionContent } from "~/domain/publication/version";
import { loadSeeds } from "~seeds/load-seeds.server";
import { aPerson } from "../support/a-contribution";
import { addCity } from "../support/contribution-server";
import { aCoordinator, aNetwork, aPublishable, doerOf } from "../support/publishable";
import { tempDatabase } from "../support/temp";

async function aNetworkAtWork() {
  const connections = await tempDatabase();
  const { db } = connections;
  await addCity(db, "testville");
  await aNetwork(db);
  const ada = await aPerson(db, "ada@city.example");
  const bo = await aPerson(db, "bo@city.example");
  await db.updateTable("person").set({ orcid: "0000-0002-1825-0097" }).where("id", "=", ada.person.id).execute();
  const coordinator = await aCoordinator(db, "cleo@city.example");
  return { ...connections, ada, bo, coordinator };
}

const plain = { changeNote: null };

test("what is published has its entry, its permanent version with credit, its event, its notice and its place in the outbox", async () => {
  const { db, ada, bo, coordinator } = await aNetworkAtWork();
  const id = await aPublishable(db, [ada, bo]);
  await db
    .insertInto("contribution_link")
    .values({ contribution_id: id, to_id: "testville", type: "uses", evidence: "peer-confirmed", note: "Read aloud." })
    .execute();
  const published = await publishContribution(db, doerOf(coordinator), { id, ...plain });
  expect(published).toEqual({ entryId: "testville-a-canary-called-zephyrine", kind: "practice", number: 1 });
  const { entryId } = published;
  const entry = await db.selectFrom("entry").where("id", "=", entryId).selectAll().executeTakeFirstOrThrow();
  expect(entry).toMatchObject({ title: "A canary called Zephyrine", published_at: "2026-04-01T12:00:00.000Z" });
  const practice = await db.selectFrom("practice").where("id", "=", entryId).selectAll().executeTakeFirstOrThrow();
  expect(practice).toMatchObject({ review_status: "peer-reviewed", authors: "ada; bo", year: 2019, depth: "snapshot" });
  expect(practice.building_blocks).toContain("quiet");
  const links = await db.selectFrom("link").where("from_id", "=", entryId).selectAll().execute();
  expect(links).toMatchObject([{ to_id: "testville", type: "uses", evidence: "peer-confirmed", note: "Read aloud." }]);
  const version = await db.selectFrom("entry_version").selectAll().executeTakeFirstOrThrow();
  expect(version).toMatchObject({ entry_id: entryId, number: 1, contribution_id: id });
  const content = JSON.parse(version.content) as VersionContent;
  expect(content).toMatchObject({
    ...{ title: entry.title, city: "testville" },
    terms: [{ vocabulary: "theme", code: "housing" }],
    links: [{ to: "testville", type: "uses", evidence: "peer-confirmed" }],
  });
  expect(JSON.parse(content.fields.evidence ?? "")).toMatchObject([{ indicator: "Disputes", value: "12" }]);
  expect(content.fields).toMatchObject({ stage: "ongoing", licence: "CC-BY-4.0", references: expect.any(String) });
  expect(version.content).not.toContain("ada");
  const credits = await db.selectFrom("version_credit").orderBy("position").selectAll().execute();
  expect(credits).toMatchObject([
    { part: "author", name: "ada", orcid: "0000-0002-1825-0097", roles: '["conceptualization","investigation"]' },
    { part: "author", name: "bo", orcid: null },
  ]);
  expect(await db.selectFrom("contribution").select(["status", "entry_id"]).execute()).toEqual([
    { status: "published", entry_id: entryId },
  ]);
  const events = await db.selectFrom("audit_event").orderBy("number").select(["action", "subject_id"]).execute();
  expect(events.slice(1)).toEqual([
    { action: "publish", subject_id: id },
    { action: "publish-version", subject_id: entryId },
  ]);
  const told = await db.selectFrom("notification").selectAll().execute();
  expect(told.map(({ person_id }) => person_id).sort()).toEqual([ada.person.id, bo.person.id].sort());
  expect(JSON.parse(told[0]?.details ?? "")).toMatchObject({ path: `/practices/${entryId}` });
  expect(await db.selectFrom("outbox").select(["kind", "entry_id"]).execute()).toEqual([
    { kind: "practice", entry_id: entryId },
  ]);
});

test("nothing of a publication is left when any part of it fails", async () => {
  const { db, ada, coordinator } = await aNetworkAtWork();
  const id = await aPublishable(db, [ada]);
  const all = async () => {
    const tables = ["entry", "practice", "entry_term", "link", "entry_version", "version_credit"] as const;
    const more = ["audit_event", "audit_head", "notification", "outbox", "contribution"] as const;
    return JSON.stringify(
      await Promise.all([...tables, ...more].map((table) => db.selectFrom(table).selectAll().execute())),
    );
  };
  const before = await all();
  for (const table of [
    "entry",
    "practice",
    "entry_term",
    "entry_version",
    "version_credit",
    "notification",
    "outbox",
  ]) {
    await sql
      .raw(`create trigger fails before insert on ${table} begin select raise(abort, 'disk full'); end`)
      .execute(db);
    await expect(publishContribution(db, doerOf(coordinator), { id, ...plain }), table).rejects.toThrow("disk full");
    await sql`drop trigger fails`.execute(db);
    expect(await all(), table).toBe(before);
  }
  expect(await publishContribution(db, doerOf(coordinator), { id, ...plain })).toMatchObject({ number: 1 });
});

test("of two who publish at the same moment one does, and the other hears that it is published", async () => {
  const { db, ada, coordinator } = await aNetworkAtWork();
  const other = await aCoordinator(db, "dora@city.example");
  const id = await aPublishable(db, [ada]);
  const outcomes = await Promise.allSettled(
    [coordinator, other].map((actor) => publishContribution(db, doerOf(actor), { id, ...plain })),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  expect(refused?.reason).toBeInstanceOf(MovedOn);
  expect(refused?.reason).toMatchObject({ status: "published" });
  expect(await db.selectFrom("entry_version").select("number").execute()).toEqual([{ number: 1 }]);
});

test("only who coordinates the network, or an administrator, publishes; only what is accepted and whole is published", async () => {
  const { db, ada, coordinator } = await aNetworkAtWork();
  const id = await aPublishable(db, [ada]);
  await aNetwork(db, "other");
  const stranger = await aCoordinator(db, "eve@city.example", "other");
  for (const actor of [null, ada, stranger])
    await expect(publishContribution(db, doerOf(actor), { id, ...plain })).rejects.toMatchObject({ status: 403 });
  for (const status of ["draft", "submitted", "in-review", "changes-requested", "declined", "withdrawn"] as const) {
    const early = await aPublishable(db, [ada], { status });
    await expect(publishContribution(db, doerOf(coordinator), { id: early, ...plain })).rejects.toMatchObject({
      status,
    });
  }
  const partial = await aPublishable(db, [ada], { fields: { what_was_done: " " } });
  await expect(publishContribution(db, doerOf(coordinator), { id: partial, ...plain })).rejects.toThrow(NotPublishable);
  expect(await db.selectFrom("entry_version").select("number").execute()).toEqual([]);
  const administrator = { ...stranger, memberships: [], administrator: true };
  expect(await publishContribution(db, doerOf(administrator), { id, ...plain })).toMatchObject({ number: 1 });
});

test("a second version keeps the address and supersedes the first one, which stays as it was", async () => {
  const { db, ada, coordinator } = await aNetworkAtWork();
  const first = await aPublishable(db, [ada]);
  const { entryId } = await publishContribution(db, doerOf(coordinator), { id: first, ...plain });
  const kept = await db.selectFrom("entry_version").selectAll().executeTakeFirstOrThrow();
  const fields = { title: "Another title", results: "Even fewer." };
  const second = await aPublishable(db, [ada], { revises: first, fields, accepted: "accept-unreviewed" });
  const published = await publishContribution(db, doerOf(coordinator, "2026-05-01"), {
    id: second,
    changeNote: "Counted again.",
  });
  expect(published).toEqual({ entryId, kind: "practice", number: 2 });
  const versions = await db.selectFrom("entry_version").orderBy("number").selectAll().execute();
  expect(versions[0]).toEqual(kept);
  expect(versions[1]).toMatchObject({ number: 2, change_note: "Counted again.", contribution_id: second });
  const statuses = await db.selectFrom("contribution").select(["id", "status"]).execute();
  expect(new Map(statuses.map(({ id, status }) => [id, status]))).toEqual(
    new Map([
      [first, "superseded"],
      [second, "published"],
    ]),
  );
  const entry = await db.selectFrom("entry").where("id", "=", entryId).selectAll().executeTakeFirstOrThrow();
  expect(entry).toMatchObject({
    title: "Another title",
    published_at: "2026-04-01T12:00:00.000Z",
    updated_at: "2026-05-01T12:00:00.000Z",
  });
  const practice = await db.selectFrom("practice").where("id", "=", entryId).selectAll().executeTakeFirstOrThrow();
  expect(practice).toMatchObject({ results: "Even fewer.", review_status: "not-reviewed" });
  const late = await aPublishable(db, [ada], { revises: first });
  await expect(publishContribution(db, doerOf(coordinator), { id: late, ...plain })).rejects.toMatchObject({
    reason: "base-moved",
  });
});

test("no version changes or goes, whoever asks the database; of a credit only the name changes", async () => {
  const { db, ada, coordinator } = await aNetworkAtWork();
  const id = await aPublishable(db, [ada]);
  await publishContribution(db, doerOf(coordinator), { id, ...plain });
  for (const statement of [
    sql`update entry_version set content = '{}'`,
    sql`update entry_version set number = 2`,
    sql`delete from entry_version`,
    sql`delete from version_credit`,
    sql`update version_credit set roles = '[]'`,
    sql`update version_credit set position = 9`,
    sql`delete from entry where id = 'testville-a-canary-called-zephyrine'`,
  ])
    await expect(statement.execute(db)).rejects.toThrow(/version|FOREIGN KEY/);
  await sql`update version_credit set name = 'A pseudonym', orcid = null`.execute(db);
  await sql`delete from person where id = ${ada.person.id}`.execute(db);
  const credits = await db.selectFrom("version_credit").select(["name", "person_id"]).execute();
  expect(credits).toEqual([{ name: "A pseudonym", person_id: null }]);
});

test("what came with the installation has a first version too, and gets it once", async () => {
  const { db } = await tempDatabase();
  await loadSeeds(db, "seeds", new Date("2026-03-01T12:00:00Z"));
  await recordFirstVersions(db);
  await recordFirstVersions(db);
  const { experiences } = await db
    .selectFrom("entry")
    .where("kind", "in", ["practice", "case-study"])
    .select(({ fn }) => fn.countAll<number>().as("experiences"))
    .executeTakeFirstOrThrow();
  const versions = await db.selectFrom("entry_version").select(["entry_id", "number", "published_at"]).execute();
  expect(versions.length).toBe(experiences);
  expect(new Set(versions.map(({ number }) => number))).toEqual(new Set([1]));
  expect(versions[0]?.published_at).toBe("2026-11-22T00:00:00.000Z");
});
