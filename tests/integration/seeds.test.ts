import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { DatabaseConnections } from "~db/client.server";
import { DatabaseNotEmpty, isEmpty, loadSeeds } from "~seeds/load-seeds.server";
import { readSeeds } from "~seeds/read-seeds.server";
import { seededTables } from "~seeds/seed-rows";
import { tempDatabase } from "../support/temp";
import { broken, seedFolder } from "../unit/seeds/seed-folder";

const now = new Date("2026-01-02T03:04:05.678Z");
/** The day that `seeds/schemas/fields.ts` gives to what says no later one. */
const written = "2026-11-22T00:00:00.000Z";
const folder = fileURLToPath(new URL("../../seeds", import.meta.url));

const count = async ({ db }: DatabaseConnections, table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return rows[0]?.n ?? -1;
};

describe("a small seeds folder", () => {
  test("becomes entries with their terms, links, sources and outbox rows", async () => {
    const connections = await tempDatabase();
    const { db } = connections;
    expect(await isEmpty(db)).toBe(true);
    await loadSeeds(db, seedFolder(), now);
    expect(await isEmpty(db)).toBe(false);

    const entry = db.selectFrom("entry").selectAll().where("id", "=", "hrgl-2023/recommendation-1");
    expect(await entry.executeTakeFirst()).toEqual({
      id: "hrgl-2023/recommendation-1",
      kind: "provision",
      title: "Recommendation 1",
      summary: "They recommend.",
      language: "en",
      published_at: written,
      created_at: written,
      updated_at: written,
    });
    const links = await db.selectFrom("link").select(["id", "evidence"]).orderBy("id").execute();
    expect(links).toEqual([
      { id: "budget-tool>answers>hrgl-2023/recommendation-1", evidence: null },
      { id: "hrgl-2022/recital-a>motivates>hrgl-2022/recommendation-1", evidence: null },
      { id: "hrgl-2023/recital-a>motivates>hrgl-2023/recommendation-1", evidence: null },
      { id: "hrgl-2023/recommendation-1>extends>hrgl-2022/recommendation-1", evidence: null },
      { id: "vienna-office>implements>hrgl-2023/recommendation-1", evidence: "claimed" },
      { id: "vienna-office>uses>budget-tool", evidence: "claimed" },
    ]);
    const practice = await db.selectFrom("practice").selectAll().executeTakeFirst();
    expect(practice).toMatchObject({ review_status: "not-reviewed", licence: "CC-BY-4.0", results: null, year: 2015 });
    const study = await db.selectFrom("case_study").selectAll().executeTakeFirst();
    expect(study).toMatchObject({ fact_check: "not-asked", stage: "unknown" });
    const tool = await db.selectFrom("tool").selectAll().executeTakeFirst();
    expect(JSON.parse(tool?.steps ?? "")).toEqual(["Begin.", "End."]);
    expect(await count(connections, "outbox")).toBe(await count(connections, "entry"));
    expect(
      await db.selectFrom("provision").select(["eid", "position"]).where("document_id", "=", "hrgl-2023").execute(),
    ).toEqual([
      { eid: "recital-a", position: 0 },
      { eid: "recommendation-1", position: 1 },
    ]);
  });

  test("is dated by the day that the files say, whatever the clock of the installation says", async () => {
    const { db } = await tempDatabase();
    const practice = "practices/vienna-office.yaml";
    await loadSeeds(db, seedFolder(broken(practice, "year: 2015", "year: 2015\nupdated: 2027-01-15")), now);
    const late = await db.selectFrom("entry").select("id").where("updated_at", ">", written).execute();
    expect(late).toEqual([{ id: "vienna-office" }]);
    const kinds = await db.selectFrom("entry").select("kind").distinct().where("updated_at", "=", written).execute();
    expect(kinds.map(({ kind }) => kind).sort()).toEqual([
      ...["case-study", "city", "document", "network", "organisation", "provision", "tool"],
    ]);
  });

  test("is not loaded over what is there", async () => {
    const { db } = await tempDatabase();
    await loadSeeds(db, seedFolder(), now);
    await expect(loadSeeds(db, seedFolder(), now)).rejects.toThrow(DatabaseNotEmpty);
  });

  test("leaves the database empty when a file is wrong", async () => {
    const { db } = await tempDatabase();
    const wrong = seedFolder(broken("cities.yaml", "country: AT", "country: XX"));
    await expect(loadSeeds(db, wrong, now)).rejects.toThrow("cities.yaml:1 unknown country “XX”");
    expect(await isEmpty(db)).toBe(true);
  });

  test("leaves the database empty when it fails half-way", async () => {
    const connections = await tempDatabase();
    await sql`create trigger no_sources before insert on source begin select raise(abort, 'the disk is full'); end`.execute(
      connections.db,
    );
    await expect(loadSeeds(connections.db, seedFolder(), now)).rejects.toThrow("the disk is full");
    for (const table of seededTables) expect(`${table} ${await count(connections, table)}`).toBe(`${table} 0`);
  });
});

describe("the seeds of a new installation", () => {
  const seeds = readSeeds(folder);
  const inFile = (name: string): unknown[] => parse(readFileSync(join(folder, name), "utf8"));
  const filesIn = (name: string): string[] => readdirSync(join(folder, name));

  test("fill the database with as much as the files hold, and nothing dangles", async () => {
    const connections = await tempDatabase();
    const { db } = connections;
    const counts = await loadSeeds(db, folder, now);
    for (const table of seededTables) {
      expect(`${table} ${await count(connections, table)}`).toBe(`${table} ${counts[table]}`);
    }

    const files = {
      document: filesIn("documents").length,
      tool: filesIn("tools").length,
      practice: filesIn("practices").length,
      case_study: filesIn("case-studies").length,
      city: inFile("cities.yaml").length,
      organisation: inFile("organisations.yaml").length,
      network: inFile("networks.yaml").length,
    };
    expect(counts).toMatchObject(files);
    const entries = Object.values(files).reduce((sum, number) => sum + number, counts.provision);
    expect(counts).toMatchObject({ entry: entries, outbox: entries });
    const provisions = seeds.documents.flatMap((document) => document.provisions);
    const experiences = [...seeds.practices, ...seeds.caseStudies];
    expect(counts.provision).toBe(provisions.length);
    expect(counts.link).toBe(
      inFile("concordance.yaml").length +
        provisions.reduce((sum, { why }) => sum + why.length, 0) +
        seeds.tools.reduce((sum, { answers }) => sum + answers.length, 0) +
        experiences.reduce((sum, { links, tools }) => sum + links.length + tools.length, 0),
    );

    const { rows } = await sql`pragma foreign_key_check`.execute(db);
    expect(rows).toEqual([]);
    const kinds = await db.selectFrom("entry").select(["id", "kind"]).execute();
    for (const kind of ["document", "provision", "practice", "case-study", "tool", "city", "organisation", "network"]) {
      const own = await count(connections, kind.replace("-", "_"));
      expect(`${kind} ${kinds.filter((entry) => entry.kind === kind).length}`).toBe(`${kind} ${own}`);
    }
    const reading = await db.selectFrom("tool").select("further_reading").execute();
    const ids = new Set(kinds.map(({ id }) => id));
    for (const { provision } of reading.flatMap((row) => JSON.parse(row.further_reading))) {
      if (provision !== undefined) expect(ids).toContain(provision);
    }
  });

  test("hold the whole vocabularies, each term in three languages", () => {
    const { themes, rights, groups, goals, targets, countries, regions } = seeds;
    expect(goals.map(({ code }) => code)).toEqual(Array.from({ length: 17 }, (_, index) => String(index + 1)));
    expect(targets).toHaveLength(169);
    expect(goals.map(({ code }) => targets.filter(({ parent }) => parent === code).length)).toEqual([
      7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19,
    ]);
    expect(countries).toHaveLength(249);
    expect(new Set(countries.map(({ iso3 }) => iso3)).size).toBe(249);
    expect(new Set(countries.map(({ m49 }) => m49)).size).toBe(249);
    expect([themes.length, rights.length, groups.length]).toEqual([33, 31, 19]);
    expect(rights.every(({ maps_to }) => maps_to !== undefined)).toBe(true);
    const continents = regions.filter(({ parent }) => parent === undefined).map(({ code }) => code);
    expect(continents).toEqual(["africa", "americas", "asia", "europe", "oceania", "antarctica"]);
    for (const { label } of [themes, rights, groups, goals, targets, regions, countries].flat()) {
      expect(Object.values(label).filter((text) => text.trim() !== "")).toHaveLength(3);
    }
  });
});
