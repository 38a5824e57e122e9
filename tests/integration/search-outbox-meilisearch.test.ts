import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { type DatabaseConnections, openDatabase } from "~db/client.server";
import { migrateToLatest } from "~db/migrate.server";
import { createMeilisearchEngine } from "~search/meilisearch/engine.server";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { loadSeeds } from "~seeds/load-seeds.server";
import { anEntry } from "../contracts/search-entries";
import { aQuery } from "../contracts/search-questions";
import { canStartMeilisearch, startMeilisearch } from "../support/meilisearch";
import type { RunningMeilisearch } from "../support/meilisearch-server";
import { polylogue } from "../support/run-program";
import { change, difference, keeperOf } from "../support/search-index";
import { tempFolder } from "../support/temp";

async function seededFile(): Promise<string> {
  const file = join(tempFolder(), "polylogue.sqlite");
  const { db, close } = openDatabase(file);
  await migrateToLatest(db);
  await loadSeeds(db, "seeds", new Date("2025-01-01T00:00:00Z"));
  await close();
  return file;
}

async function aServer(): Promise<RunningMeilisearch> {
  const server = await startMeilisearch();
  onTestFinished(() => server.stop());
  return server;
}

/** A process of its own, as far as database and server can tell. */
async function aProcess(file: string, { url, key }: RunningMeilisearch) {
  const connections: DatabaseConnections = openDatabase(file);
  onTestFinished(() => connections.close());
  const reader = createSqliteEngine(connections);
  const engine = createMeilisearchEngine({ url, key, reader });
  onTestFinished(() => engine.close());
  const embedded = await keeperOf(connections, reader);
  return { ...connections, engine, embedded, keeper: await keeperOf(connections, engine) };
}

describe.skipIf(!canStartMeilisearch)("an outbox that Meilisearch drains", { timeout: 120_000 }, () => {
  test("sets aside what the server refuses, also in a rebuild, and goes on", async () => {
    const { db, engine, keeper, embedded } = await aProcess(await seededFile(), await aServer());
    await embedded.rebuild();
    await keeper.rebuild();
    const found = async (text: string) => (await engine.search(aQuery({ text }))).hits.map(({ id }) => id);
    // A place that no number tells.
    await db.updateTable("city").set({ latitude: Number.POSITIVE_INFINITY }).where("id", "=", "ulaanbaatar").execute();
    await change(db, { id: "ulaanbaatar" });
    await change(db, { id: "vienna", title: "Zeppelin harbour" });
    await embedded.sync();
    expect(await keeper.sync()).toBe(false);
    expect(await keeper.sync()).toBe(false);
    expect(await keeper.sync()).toBe(true);
    expect(await found("zeppelin harbour")).toContain("vienna");
    const { refused, waiting, lastError } = await keeper.status(new Date());
    expect({ waiting, lastError }).toEqual({ waiting: 0, lastError: null });
    expect(refused.map(({ id }) => id)).toContain("ulaanbaatar");
    expect(refused[0]?.error).toContain("latitude");
    const held = async () => (await engine.contents()).length;
    const without = await held();
    expect(await keeper.verify({ repair: false })).toMatchObject({ ...difference, refused });

    await keeper.rebuild();
    expect(await keeper.needsRebuild()).toBe(false);
    expect(await held()).toBe(without);
    expect((await keeper.status(new Date())).refused.map(({ id }) => id)).toEqual(refused.map(({ id }) => id));

    await db.updateTable("city").set({ latitude: 47.92 }).where("id", "=", "ulaanbaatar").execute();
    await change(db, { id: "ulaanbaatar" });
    await embedded.sync();
    expect(await keeper.sync()).toBe(true);
    expect(await keeper.verify({ repair: false })).toMatchObject({ ...difference, refused: [], waiting: 0 });
    expect(await held()).toBe(without + refused.length);
  });

  test("loses nothing of what one process changes while another rebuilds the index", async () => {
    const [file, server] = [await seededFile(), await aServer()];
    const one = await aProcess(file, server);
    await one.embedded.rebuild();
    await one.keeper.rebuild();
    const meilisearch = { SEARCH_ENGINE: "meilisearch", MEILI_URL: server.url, MEILI_KEY: server.key };
    const env = { DATA_DIR: dirname(file), SEEDS: "false", ...meilisearch };
    let isOver = false;
    const rebuilding = polylogue(["search", "reindex", "--engine", "meilisearch"], env).finally(() => {
      isOver = true;
    });
    let turn = 0;
    for (; !isOver; turn += 1) {
      await change(one.db, { id: "vienna", title: `Vienna ${turn}`, published: turn % 3 !== 0 });
      await change(one.db, { id: "graz", title: `Graz ${turn}`, published: turn % 2 === 0 });
      expect(await one.keeper.sync()).toBe(true);
      await setTimeout(10);
    }
    expect(await rebuilding).toMatchObject({ code: 0, stdout: expect.stringMatching(/^meilisearch: /) });
    expect(turn).toBeGreaterThan(5);
    await one.keeper.sync();
    expect(await one.keeper.verify({ repair: false })).toMatchObject({ ...difference, refused: [], waiting: 0 });
  });

  test("takes what is put at once as a whole, however much text it is", async () => {
    const { engine } = await aProcess(await seededFile(), await aServer());

    const long = Array.from({ length: 12 }, (_, i) => anEntry({ id: `long-${i}`, text: "water ".repeat(400_000) }));
    const odd = anEntry({ id: "odd", location: { latitude: Number.POSITIVE_INFINITY, longitude: 0 } });
    await expect(engine.put([...long, odd])).rejects.toThrow("latitude");
    expect(await engine.count()).toBe(0);
    await engine.put(long);
    expect(await engine.count()).toBe(12);
  });
});
