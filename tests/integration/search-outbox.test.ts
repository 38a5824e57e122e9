import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { readSource } from "~/domain/documents/import/read-source.server";
import { importDocument } from "~/domain/documents/import-document.server";
import { type Db, openDatabase } from "~db/client.server";
import { migrateToLatest } from "~db/migrate.server";
import { registerEngines } from "~search/outbox/progress.server";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { loadSeeds } from "~seeds/load-seeds.server";
import { aQuery } from "../contracts/search-engine";
import { change, changed, difference, keeperOf } from "../support/search-index";
import { tempDatabase, tempFolder } from "../support/temp";

const now = new Date("2025-01-01T00:00:00Z");

async function seeded() {
  const database = await tempDatabase();
  await loadSeeds(database.db, "seeds", now);
  const engine = createSqliteEngine(database);
  const keeper = await keeperOf(database, engine);
  await keeper.rebuild();
  return { ...database, engine, keeper };
}

const outboxOf = (db: Db) => db.selectFrom("outbox").selectAll().orderBy("id").execute();
const found = async (engine: ReturnType<typeof createSqliteEngine>, text: string) =>
  (await engine.search(aQuery({ text, perPage: 100 }))).hits.map((hit) => hit.id);

test("a change that is rolled back leaves no row, one that is committed leaves its own", async () => {
  const { db } = await tempDatabase();
  const importing = async (trx: Db) => {
    const source = await readSource("tests/fixtures/import/outcome.md");
    return importDocument(trx, { source, options: { slug: "forum" } }, now);
  };
  const undone = db.transaction().execute(async (trx) => {
    await importing(trx);
    expect((await outboxOf(trx)).length).toBeGreaterThan(5);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await outboxOf(db)).toEqual([]);
  await importing(db);
  const written = new Set((await outboxOf(db)).map((row) => row.entry_id));
  const entries = await db.selectFrom("entry").select("id").execute();
  expect(written).toEqual(new Set(entries.map(({ id }) => id)));
});

test("what was written is found, what was withdrawn is not, and what names either follows", async () => {
  const { db, engine, keeper } = await seeded();
  expect(await outboxOf(db)).toEqual([]);
  await change(db, { id: "vienna", title: "Zeppelin harbour" });
  await change(db, { id: "graz", published: false });
  await change(db, { id: "participatory-budgeting", kind: "tool", published: false });
  await change(db, { id: "never-was" });
  expect(await found(engine, "zeppelin harbour")).toEqual([]);
  expect(await keeper.sync()).toBe(true);
  expect(await outboxOf(db)).toEqual([]);
  const hits = await found(engine, "zeppelin harbour");
  expect(hits[0]).toBe("vienna");
  expect(hits).toContain("vienna-human-rights-office");
  expect(await found(engine, "graz")).not.toContain("graz");
  // Practices that use the tool no longer carry it.
  expect(await keeper.verify({ repair: false })).toMatchObject(difference);
});

test("both versions of an imported document leave index and database the same", async () => {
  const { db, keeper } = await seeded();
  const source = await readSource("tests/fixtures/import/outcome.md");
  await importDocument(db, { source, options: { slug: "forum" } }, now);
  await keeper.sync();
  const lines = source.lines.filter((_, number) => number !== source.lines.length - 2);
  await importDocument(db, { source: { ...source, lines, sha256: "other" }, options: { slug: "forum" } }, now);
  await keeper.sync();
  expect(await keeper.verify({ repair: false })).toMatchObject(difference);
});

test("a failure counts nothing as done, is told, and is mended by a later pass", async () => {
  const { db, readDb, engine, lock } = await seeded();
  let broken = true;
  const flaky = changed(engine, {
    put: (entries) => (broken ? Promise.reject(new Error("disk full")) : engine.put(entries)),
  });
  const keeper = await keeperOf({ db, readDb, lock } as Awaited<ReturnType<typeof seeded>>, flaky);
  await change(db, { id: "vienna", title: "Zeppelin harbour" });
  const rows = await outboxOf(db);
  expect(await keeper.sync()).toBe(false);
  expect(await keeper.sync()).toBe(false);
  expect(await outboxOf(db)).toEqual(rows);
  expect(await keeper.status(new Date())).toMatchObject({ waiting: 1, failures: 2, lastError: "disk full" });
  broken = false;
  keeper.start();
  onTestFinished(() => keeper.stop());
  // The pause after two failures is a second.
  await expect.poll(() => outboxOf(db), { timeout: 5000 }).toEqual([]);
  expect(await keeper.status(new Date())).toMatchObject({ waiting: 0, failures: 0, lastError: null });
  expect(await found(engine, "zeppelin harbour")).toContain("vienna");
});

test("a clock that is set back holds no change up", async () => {
  const { db, engine, keeper } = await seeded();
  keeper.start();
  onTestFinished(() => keeper.stop());
  await keeper.sync();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 24 * 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
  await change(db, { id: "vienna", title: "Zeppelin harbour" });
  await expect.poll(() => outboxOf(db), { timeout: 10_000 }).toEqual([]);
  expect(await found(engine, "zeppelin harbour")).toContain("vienna");
});

test("two processes never put an older state over a newer one", async () => {
  const file = join(tempFolder(), "shared.sqlite");
  const [slow, quick] = [openDatabase(file), openDatabase(file)];
  onTestFinished(() => slow.close());
  onTestFinished(() => quick.close());
  await migrateToLatest(slow.db);
  await loadSeeds(slow.db, "seeds", now);
  const engine = createSqliteEngine(slow);
  let reached: () => void = () => undefined;
  const reading = new Promise<void>((resolve) => {
    reached = resolve;
  });
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slowKeeper = await keeperOf(
    slow,
    changed(engine, {
      async put(entries) {
        reached();
        await released;
        await engine.put(entries);
      },
    }),
  );
  await slowKeeper.rebuild();
  const quickKeeper = await keeperOf(quick, createSqliteEngine(quick));
  await change(slow.db, { id: "vienna", title: "First name" });
  const first = slowKeeper.sync();
  await reading;
  await change(quick.db, { id: "vienna", title: "Second name" });
  const second = quickKeeper.sync();
  setTimeout(release, 200);
  await Promise.all([first, second]);
  expect(await quickKeeper.verify({ repair: false })).toMatchObject(difference);
  expect(await found(engine, "second name")).toContain("vienna");
});

test("each engine has its own place: rows stay until the last has passed them", async () => {
  const { db, keeper, ...database } = await seeded();
  const other = await tempDatabase();
  const second = await keeperOf({ ...database, db }, changed(createSqliteEngine(other), { name: "meilisearch" }));
  await change(db, { id: "vienna" });
  await keeper.sync();
  // Not built yet: it will read everything anyway, and keeps no rows.
  expect(await outboxOf(db)).toEqual([]);
  expect(await second.needsRebuild()).toBe(true);
  await second.rebuild();
  expect(await second.needsRebuild()).toBe(false);
  await change(db, { id: "vienna" });
  await keeper.sync();
  expect(await outboxOf(db)).toHaveLength(1);
  expect((await keeper.status(new Date())).waiting).toBe(0);
  expect((await second.status(new Date())).waiting).toBe(1);
  await second.sync();
  expect(await outboxOf(db)).toEqual([]);

  await change(db, { id: "vienna" });
  await registerEngines(db, ["sqlite"], { only: true });
  await keeper.sync();
  expect(await outboxOf(db)).toEqual([]);
  await registerEngines(db, ["sqlite", "meilisearch"], { only: true });
  expect(await second.needsRebuild()).toBe(true);
});

/** An index that takes everything but some entries, as a table with a rule of its own does. */
function refusing({ sqlite }: { sqlite: Awaited<ReturnType<typeof seeded>>["sqlite"] }, ids: string[]): () => void {
  const list = ids.map((id) => `'${id}'`).join();
  const [table] = sqlite.prepare("select 'search_entry_' || generation from search_state").pluck().all() as string[];
  sqlite.exec(`create temp trigger refuse before insert on ${table} when new.id in (${list})
    begin select raise(abort, 'too odd'); end`);
  return () => sqlite.exec("drop trigger refuse");
}

const indexedIds = async (engine: ReturnType<typeof createSqliteEngine>) =>
  (await engine.contents()).map((entry) => entry.id);

test("entries that the engine refuses are set aside, and those behind them go on", async () => {
  const { db, sqlite, engine, keeper } = await seeded();
  const accept = refusing({ sqlite }, ["vienna", "geneva"]);
  for (const id of ["vienna", "graz", "geneva"]) await change(db, { id, title: `Zeppelin ${id}` });
  expect(await keeper.sync()).toBe(false);
  expect(await keeper.sync()).toBe(false);
  expect(await found(engine, "zeppelin")).not.toContain("graz");
  expect(await keeper.sync()).toBe(true);
  expect(await outboxOf(db)).toEqual([]);
  expect(await found(engine, "zeppelin graz")).toContain("graz");
  // What the index had of them may be what was withdrawn.
  expect(await indexedIds(engine)).not.toContain("vienna");
  const refused = ["geneva", "vienna"].map((id) => ({ id, attempts: 1, error: expect.stringContaining("too odd") }));
  expect(await keeper.status(new Date())).toMatchObject({ waiting: 0, failures: 0, lastError: null, refused });
  expect(await keeper.verify({ repair: false })).toMatchObject({ ...difference, refused });

  // Changed or not, they hold nobody up any more.
  await change(db, { id: "vienna", title: "Odd again" });
  await change(db, { id: "gwangju", title: "Zeppelin city" });
  expect(await keeper.sync()).toBe(true);
  expect(await found(engine, "zeppelin city")).toContain("gwangju");
  expect((await keeper.status(new Date())).refused).toMatchObject([{ id: "geneva", attempts: 1 }, { attempts: 2 }]);

  accept();
  await change(db, { id: "vienna", title: "Vienna at last" });
  await keeper.sync();
  expect(await found(engine, "vienna at last")).toContain("vienna");
  expect((await keeper.status(new Date())).refused.map(({ id }) => id)).toEqual(["geneva"]);
  await keeper.verify({ repair: true });
  expect(await keeper.verify({ repair: false })).toMatchObject({ ...difference, refused: [] });
  expect(await indexedIds(engine)).toContain("geneva");
});

test("what was set aside is tried again by itself after a while, and is forgotten once it is withdrawn", async () => {
  const { db, sqlite, engine, keeper } = await seeded();
  const accept = refusing({ sqlite }, ["vienna", "geneva"]);
  for (const id of ["vienna", "geneva"]) await change(db, { id });
  for (let pass = 0; pass < 3; pass += 1) await keeper.sync();
  expect((await keeper.status(new Date())).refused).toHaveLength(2);
  await change(db, { id: "geneva", published: false });
  expect(await keeper.sync()).toBe(true);
  expect((await keeper.status(new Date())).refused.map(({ id }) => id)).toEqual(["vienna"]);
  accept();
  await keeper.sync();
  expect((await keeper.status(new Date())).refused).toHaveLength(1);
  await db.updateTable("search_refusal").set({ retry_at: "2020-01-01T00:00:00.000Z" }).execute();
  await keeper.sync();
  expect((await keeper.status(new Date())).refused).toEqual([]);
  expect(await indexedIds(engine)).toContain("vienna");
});

test("an engine that takes nothing sets nothing aside, however long that lasts", async () => {
  const { db, readDb, engine, lock } = await seeded();
  const full = changed(engine, { put: () => Promise.reject(new Error("disk full")) });
  const keeper = await keeperOf({ db, readDb, lock } as Awaited<ReturnType<typeof seeded>>, full);
  await change(db, { id: "vienna" });
  for (let pass = 0; pass < 5; pass += 1) expect(await keeper.sync()).toBe(false);
  expect(await keeper.status(new Date())).toMatchObject({ waiting: 1, failures: 5, refused: [] });
  expect(await indexedIds(engine)).toContain("vienna");
});
