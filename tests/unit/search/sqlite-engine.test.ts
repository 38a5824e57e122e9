import { expect, test } from "vitest";
import { openDatabase } from "~db/client.server";
import type { SearchEngine } from "~search/port";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { aQuery } from "../../contracts/search-engine";
import { anEntry, library } from "../../contracts/search-entries";
import { tempDatabase } from "../../support/temp";

const found = async (engine: SearchEngine, text: string) =>
  (await engine.search(aQuery({ text }))).hits.map((hit) => hit.id);

test("a new index asks to be built, once", async () => {
  const database = await tempDatabase();
  const engine = createSqliteEngine(database);
  expect(await engine.needsRebuild()).toBe(true);
  await engine.rebuild(library);
  expect(await engine.needsRebuild()).toBe(false);
  expect(await createSqliteEngine(database).needsRebuild()).toBe(false);
});

test("an index of another format is emptied and asks to be built", async () => {
  const database = await tempDatabase();
  await createSqliteEngine(database).rebuild(library);
  database.sqlite.exec("update search_state set format = 'older'");
  const engine = createSqliteEngine(database);
  expect(await engine.needsRebuild()).toBe(true);
  expect(await engine.count()).toBe(0);
});

test("a restart answers the same from what was written", async () => {
  const database = await tempDatabase();
  const engine = createSqliteEngine(database);
  await engine.rebuild(library);
  await engine.put([anEntry({ id: "late", title: "Wind in the harbour" })]);
  await engine.remove(["vienna-office"]);
  const again = createSqliteEngine(database);
  for (const text of ["", "rights", "harbour", '"human rights"', "partcipatory", "vienna"]) {
    const { tookMs: _, ...before } = await engine.search(aQuery({ text }));
    const { tookMs: __, ...after } = await again.search(aQuery({ text }));
    expect(after, text).toEqual(before);
  }
});

test("a change by another process is seen at once", async () => {
  const database = await tempDatabase();
  const other = openDatabase(database.sqlite.name);
  try {
    const engine = createSqliteEngine(database);
    const elsewhere = createSqliteEngine(other);
    await engine.put([anEntry({ id: "a", title: "Windmill" })]);
    expect(await found(elsewhere, "windmill")).toEqual(["a"]);
    await elsewhere.put([anEntry({ id: "b", title: "Windmill museum" })]);
    expect((await found(engine, "windmill")).sort()).toEqual(["a", "b"]);
    await elsewhere.rebuild([anEntry({ id: "c", title: "Windmill club" })]);
    expect(await found(engine, "windmill")).toEqual(["c"]);
    await engine.put([anEntry({ id: "d", title: "Windmill band" })]);
    expect((await found(elsewhere, "windmill")).sort()).toEqual(["c", "d"]);
  } finally {
    await other.close();
  }
});

test("a change during another process's rebuild is not lost", async () => {
  const database = await tempDatabase();
  const other = openDatabase(database.sqlite.name);
  try {
    const engine = createSqliteEngine(database);
    const elsewhere = createSqliteEngine(other);
    await elsewhere.rebuild(
      (async function* () {
        yield anEntry({ id: "a", title: "Windmill" });
        await engine.put([anEntry({ id: "b", title: "Lighthouse" })]);
      })(),
    );
    expect(await found(engine, "lighthouse")).toEqual(["b"]);
    expect(await engine.count()).toBe(2);
  } finally {
    await other.close();
  }
});

test("a put waits for a transaction that somebody else has open on the connection", async () => {
  const database = await tempDatabase();
  const engine = createSqliteEngine(database);
  database.sqlite.exec("begin");
  const putting = engine.put([anEntry({ id: "a", title: "Windmill" })]);
  await new Promise((resolve) => setTimeout(resolve, 30));
  database.sqlite.exec("rollback");
  await putting;
  expect(await found(engine, "windmill")).toEqual(["a"]);
});

test("a put that fails changes nothing", async () => {
  const engine = createSqliteEngine(await tempDatabase());
  await engine.put([anEntry({ id: "a", title: "Windmill" })]);
  const broken = { ...anEntry({ id: "b", title: "Lighthouse" }), url: null as unknown as string };
  await expect(engine.put([anEntry({ id: "c", title: "Bakery" }), broken])).rejects.toThrow();
  expect(await engine.count()).toBe(1);
  expect(await found(engine, "bakery ")).toEqual([]);
  await engine.put([anEntry({ id: "c", title: "Bakery" })]);
  expect(await found(engine, "bakery")).toEqual(["c"]);
});

test("two rebuilds at once: the later one wins, the earlier one says so", async () => {
  const engine = createSqliteEngine(await tempDatabase());
  let second: Promise<void> | undefined;
  const first = engine.rebuild(
    (async function* () {
      yield anEntry({ id: "a", title: "Windmill" });
      second = engine.rebuild([anEntry({ id: "b", title: "Lighthouse" })]);
      await second;
    })(),
  );
  await expect(first).rejects.toThrow("taken over");
  await second;
  expect(await found(engine, "lighthouse")).toEqual(["b"]);
});
