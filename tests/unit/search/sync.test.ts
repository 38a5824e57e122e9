import { expect, test } from "vitest";
import type { Db } from "~db/client.server";
import { searchEntries } from "~search/documents.server";
import type { SearchEntry } from "~search/port";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { drainOutbox, rebuildIndex } from "~search/sync.server";
import { loadSeeds } from "~seeds/load-seeds.server";
import { aQuery } from "../../contracts/search-engine";
import { tempDatabase } from "../../support/temp";

async function seeded() {
  const database = await tempDatabase();
  await loadSeeds(database.db, "seeds", new Date("2025-01-01T00:00:00Z"));
  return { ...database, engine: createSqliteEngine(database) };
}

async function entryOf(db: Db, id: string): Promise<SearchEntry> {
  for await (const entry of searchEntries(db, [id])) return entry;
  throw new Error(`no entry ${id}`);
}

test("every published entry reaches the index, drafts never", async () => {
  const { db, engine } = await seeded();
  await db.updateTable("entry").set({ published_at: null }).where("id", "=", "vienna").execute();
  await rebuildIndex(db, engine);
  const { count } = await db
    .selectFrom("entry")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("published_at", "is not", null)
    .executeTakeFirstOrThrow();
  expect(await engine.count()).toBe(count);
  const { hits } = await engine.search(aQuery({ text: "Vienna", perPage: 100 }));
  expect(hits.map((hit) => hit.id)).not.toContain("vienna");
});

test("a rebuild makes what waited in the outbox superfluous", async () => {
  const { db, engine } = await seeded();
  await rebuildIndex(db, engine);
  expect(await drainOutbox(db, engine)).toBe(0);
});

test("a practice carries its city, region, links and subjects", async () => {
  const { db } = await seeded();
  const entry = await entryOf(db, "ariana-participatory-budget");
  expect(entry).toMatchObject({
    kind: "practice",
    language: "en",
    url: "/practices/ariana-participatory-budget",
    date: "2019",
  });
  expect(entry.facets).toMatchObject({
    type: ["practice"],
    city: ["ariana"],
    country: ["TN"],
    region: ["africa", "northern-africa"],
    year: ["2019"],
    evidence: ["claimed"],
    review: ["not-reviewed"],
  });
  expect(entry.facets.sdg).toEqual(expect.arrayContaining(["16", "16.7", "11", "11.3"]));
  expect(entry.facets.tool).toContain("participatory-budgeting");
  expect(entry.facets.recommendation.every((id) => /\/recommendation-/.test(id))).toBe(true);
  expect(entry.keywords).toEqual(expect.arrayContaining(["Ariana", "Tunisie", "SDG 16.7"]));
  expect(entry.text).not.toContain("**");
  expect(entry.location).not.toBeNull();
});

test("a provision carries its document", async () => {
  const { db } = await seeded();
  const entry = await entryOf(db, "hrgl-2023/recommendation-8");
  expect(entry.url).toBe("/documents/hrgl-2023/recommendation-8");
  expect(entry.facets).toMatchObject({ type: ["provision"], document: ["hrgl-2023"], year: ["2023"] });
  expect(entry.title).toContain("Recommendation 8");
});

test("the outbox is drained: what was written is found, what was withdrawn is not", async () => {
  const { db, engine } = await seeded();
  expect(await drainOutbox(db, engine)).toBeGreaterThan(300);
  expect(await db.selectFrom("outbox").selectAll().execute()).toEqual([]);
  await db.updateTable("entry").set({ title: "Zeppelin harbour" }).where("id", "=", "vienna").execute();
  await db.updateTable("entry").set({ published_at: null }).where("id", "=", "graz").execute();
  await db
    .insertInto("outbox")
    .values([
      { kind: "city", entry_id: "vienna", created_at: "2025-01-02T00:00:00Z" },
      { kind: "city", entry_id: "graz", created_at: "2025-01-02T00:00:00Z" },
      { kind: "tool", entry_id: "never-was", created_at: "2025-01-02T00:00:00Z" },
    ])
    .execute();
  const before = await engine.count();
  expect(await drainOutbox(db, engine)).toBe(3);
  expect(await engine.count()).toBe(before - 1);
  const { hits } = await engine.search(aQuery({ text: "zeppelin harbour" }));
  expect(hits[0]?.id).toBe("vienna");
  // Its practices are found by the new name as well.
  expect(hits.map((hit) => hit.id)).toContain("vienna-human-rights-office");
});

test("rows stay in the outbox when the index cannot be written", async () => {
  const { db, engine } = await seeded();
  const before = await db.selectFrom("outbox").selectAll().execute();
  const broken = { ...engine, put: () => Promise.reject(new Error("disk full")), name: "sqlite" as const };
  await expect(
    drainOutbox(db, {
      ...broken,
      remove: engine.remove,
      search: engine.search,
      suggest: engine.suggest,
      rebuild: engine.rebuild,
      count: engine.count,
      close: engine.close,
    }),
  ).rejects.toThrow("disk full");
  expect(await db.selectFrom("outbox").selectAll().execute()).toEqual(before);
});
