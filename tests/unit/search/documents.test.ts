import { expect, test } from "vitest";
import type { Db } from "~db/client.server";
import { countSearchEntries, searchEntries } from "~search/documents.server";
import type { SearchEntry } from "~search/port";
import { loadSeeds } from "~seeds/load-seeds.server";
import { tempDatabase } from "../../support/temp";

async function seeded() {
  const database = await tempDatabase();
  await loadSeeds(database.db, "seeds", new Date("2025-01-01T00:00:00Z"));
  return database;
}

async function entriesOf(db: Db, ids?: string[]): Promise<SearchEntry[]> {
  const entries: SearchEntry[] = [];
  for await (const entry of searchEntries(db, ids)) entries.push(entry);
  return entries;
}

test("every published entry is to be found, drafts and what documents have dropped never", async () => {
  const { db } = await seeded();
  const before = (await entriesOf(db)).map((entry) => entry.id);
  await db.updateTable("entry").set({ published_at: null }).where("id", "=", "vienna").execute();
  await db.updateTable("provision").set({ current: 0 }).where("id", "=", "hrgl-2023/recommendation-8").execute();
  const after = (await entriesOf(db)).map((entry) => entry.id);
  expect(before.filter((id) => !after.includes(id))).toEqual(["hrgl-2023/recommendation-8", "vienna"]);
  expect(await countSearchEntries(db)).toBe(after.length);
  expect(await entriesOf(db, ["vienna", "hrgl-2023/recommendation-8"])).toEqual([]);
});

test("a practice carries its city, region, links and subjects", async () => {
  const { db } = await seeded();
  const [entry] = await entriesOf(db, ["ariana-participatory-budget"]);
  expect(entry).toMatchObject({
    kind: "practice",
    language: "en",
    url: "/practices/ariana-participatory-budget",
    date: "2019",
  });
  expect(entry?.facets).toMatchObject({
    type: ["practice"],
    city: ["ariana"],
    country: ["TN"],
    region: ["africa", "northern-africa"],
    year: ["2019"],
    evidence: ["claimed"],
    review: ["not-reviewed"],
  });
  expect(entry?.facets.sdg).toEqual(expect.arrayContaining(["16", "16.7", "11", "11.3"]));
  expect(entry?.facets.tool).toContain("participatory-budgeting");
  expect(entry?.facets.recommendation.every((id) => /\/recommendation-/.test(id))).toBe(true);
  expect(entry?.keywords).toEqual(expect.arrayContaining(["Ariana", "Tunisie", "SDG 16.7"]));
  expect(entry?.text).not.toContain("**");
  expect(entry?.location).not.toBeNull();
});

test("a provision carries its document", async () => {
  const { db } = await seeded();
  const [entry] = await entriesOf(db, ["hrgl-2023/recommendation-8"]);
  expect(entry?.url).toBe("/documents/hrgl-2023/recommendation-8");
  expect(entry?.facets).toMatchObject({ type: ["provision"], document: ["hrgl-2023"], year: ["2023"] });
  expect(entry?.title).toContain("Recommendation 8");
});
