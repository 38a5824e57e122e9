import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { readEnv } from "~/env.server";
import { createServices } from "~/services.server";
import { openDatabase } from "~db/client.server";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { loadSeeds } from "~seeds/load-seeds.server";
import { aQuery } from "../contracts/search-engine";
import { polylogue } from "../support/run-program";
import { change, difference, keeperOf, largeLibrary } from "../support/search-index";
import { cleanEnv } from "../support/start-server";
import { tempDatabase, tempFolder } from "../support/temp";

const count = 1500;

/** Builds, when need be, which is said on stderr. */
beforeAll(() => polylogue(["--version"]));

/** A folder with an index that is in step. */
async function indexedLibrary(): Promise<string> {
  const folder = tempFolder();
  await largeLibrary(folder, count);
  const { code, stderr } = await polylogue(["search", "status"], { DATA_DIR: folder, SEEDS: "false" });
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return folder;
}

function opened(folder: string) {
  const connections = openDatabase(join(folder, "polylogue.sqlite"));
  onTestFinished(() => connections.close());
  return connections;
}

function started(args: string[], folder: string): ChildProcess {
  const env = cleanEnv({ DATA_DIR: folder, SEEDS: "false" });
  return spawn(process.execPath, ["cli/polylogue.mjs", ...args], { env, stdio: "ignore" });
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  expect((await ended)[1], "it was killed, not done").toBe("SIGKILL");
}

test("a rebuild has every change that came meanwhile, and the old index answers until it ends", async () => {
  const database = await tempDatabase();
  const { db } = database;
  await loadSeeds(db, "seeds", new Date("2025-01-01T00:00:00Z"));
  const engine = createSqliteEngine(database);
  const keeper = await keeperOf(database, engine);
  await keeper.rebuild();
  let done = false;
  const told: number[] = [];
  const rebuilding = keeper
    .rebuild((written, total) => told.push(written / total))
    .finally(() => {
      done = true;
    });
  for (let number = 0; !done; number += 1) {
    const answer = await engine.search(aQuery({ text: "human rights" }));
    expect(answer.total).toBeGreaterThan(50);
    await change(db, { id: "vienna", title: `Vienna ${number}`, published: number % 3 !== 0 });
    await change(db, { id: "graz", title: `Graz ${number}`, published: number % 2 === 0 });
    await keeper.sync();
    await setTimeout(20);
  }
  await rebuilding;
  expect(told.at(-1)).toBeGreaterThan(0.95);
  await keeper.sync();
  expect(await keeper.verify({ repair: false })).toMatchObject({ ...difference, waiting: 0 });
});

test("an index of another analysis answers from the start, while the new one is built", async () => {
  const folder = await indexedLibrary();
  const { sqlite } = opened(folder);
  sqlite.exec("update search_state set format = format || ' of yore'");
  const services = await createServices(readEnv({ DATA_DIR: folder, SEEDS: "false", LOG_LEVEL: "silent" }));
  onTestFinished(() => services.close());
  const [keeper] = services.indexes.keepers;
  expect(await keeper?.needsRebuild()).toBe(true);
  expect((await services.search.search(aQuery({ text: "body 7" }))).total).toBeGreaterThan(0);
  await expect.poll(() => keeper?.needsRebuild(), { timeout: 60_000 }).toBe(false);
  expect((await services.search.search(aQuery({ text: "body 7" }))).total).toBeGreaterThan(0);
});

test("a rebuild that is killed leaves the old index whole, and is done again at the next start", async () => {
  const folder = await indexedLibrary();
  const { sqlite, ...connections } = opened(folder);
  const state = () => sqlite.prepare("select generation, building from search_state").get();
  const before = state();
  for (const afterMs of [0, 300]) {
    const found = state();
    const child = started(["search", "reindex"], folder);
    await expect.poll(state, { timeout: 30_000, interval: 5 }).not.toEqual(found);
    await setTimeout(afterMs);
    await killed(child);
    expect(state()).toMatchObject({ generation: (before as { generation: number }).generation });
    const engine = createSqliteEngine({ sqlite, readSqlite: connections.readSqlite });
    expect(await engine.count()).toBe(count);
    const keeper = await keeperOf({ sqlite, ...connections }, engine);
    expect(await keeper.verify({ repair: false })).toMatchObject(difference);
    expect(await keeper.needsRebuild()).toBe(true);
  }
  const services = await createServices(readEnv({ DATA_DIR: folder, SEEDS: "false", LOG_LEVEL: "silent" }));
  onTestFinished(() => services.close());
  await expect.poll(() => services.indexes.keepers[0]?.needsRebuild(), { timeout: 60_000 }).toBe(false);
  expect(state()).toMatchObject({ building: null });
});

test("a drain that is killed in the middle is finished by the next process", async () => {
  const folder = await indexedLibrary();
  const { db, sqlite } = opened(folder);
  sqlite.exec("update entry set title = title || ' renamed'");
  sqlite.exec("insert into outbox (kind, entry_id) select kind, id from entry");
  const waiting = () => sqlite.prepare("select count(*) from outbox").pluck().get();
  const child = started(["search", "verify"], folder);
  await expect.poll(waiting, { timeout: 30_000, interval: 5 }).toBeLessThan(count);
  await killed(child);
  expect(waiting()).toBeGreaterThan(0);
  const { code, stdout } = await polylogue(["search", "verify"], { DATA_DIR: folder, SEEDS: "false" });
  expect(stdout).toBe(`sqlite: ${count} entries, all as in the database.\n`);
  expect(code).toBe(0);
  expect(await db.selectFrom("outbox").selectAll().execute()).toEqual([]);
});
