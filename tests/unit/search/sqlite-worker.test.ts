import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import type { SearchEntry } from "~search/port";
import type { SqliteSearchEngine } from "~search/sqlite/engine.server";
import { createSqliteWorker, searchWorkerFile } from "~search/sqlite/worker.server";
import { aQuery } from "../../contracts/search-engine";
import { anEntry, library } from "../../contracts/search-entries";
import { tempDatabase, tempFolder } from "../../support/temp";

const built = searchWorkerFile(join(import.meta.dirname, "..", "..", ".."));

async function aWorker(program = built): Promise<{ engine: SqliteSearchEngine; file: string; log: string[] }> {
  const database = await tempDatabase();
  const log: string[] = [];
  const engine = createSqliteWorker({
    file: database.sqlite.name,
    program,
    thesaurus: [],
    log: (message) => log.push(message),
  });
  onTestFinished(() => engine.close());
  return { engine, file: database.sqlite.name, log };
}

/** The search thread, which breaks when it is asked for `break`. */
function breakable(): string {
  const program = join(tempFolder(), "breakable.mjs");
  const lines = [
    'import { parentPort } from "node:worker_threads";',
    `import ${JSON.stringify(pathToFileURL(built).href)};`,
    'parentPort.on("message", ({ target }) => { if (target === "break") throw new Error("broken"); });',
  ];
  writeFileSync(program, lines.join("\n"));
  return program;
}

const found = async (engine: SqliteSearchEngine, text: string) =>
  (await engine.search(aQuery({ text }))).hits.map((hit) => hit.id);

test("a rebuild reads its entries as it goes, and tells how far it is", async () => {
  const { engine } = await aWorker();
  let given = 0;
  const ahead: number[] = [];
  const written: number[] = [];
  const entries = function* (): Generator<SearchEntry> {
    for (let number = 0; number < 1000; number++) {
      given += 1;
      yield anEntry({ id: `entry-${number}`, title: `Windmill ${number}` });
    }
  };
  await engine.rebuild(entries(), (count) => {
    written.push(count);
    ahead.push(given - count);
  });
  expect(await engine.count()).toBe(1000);
  expect(written.at(-1)).toBe(1000);
  expect(written.length).toBeGreaterThan(3);
  expect(Math.max(...ahead)).toBeLessThan(400);
});

test("an error on the way of a rebuild ends it, is told as it was, and leaves the old index", async () => {
  const { engine } = await aWorker();
  await engine.put([anEntry({ id: "a", title: "Windmill" })]);
  const entries = async function* () {
    yield anEntry({ id: "b", title: "Lighthouse" });
    throw new RangeError("no more entries to be had");
  };
  await expect(engine.rebuild(entries())).rejects.toThrow(
    expect.objectContaining({ name: "RangeError", message: "no more entries to be had" }),
  );
  expect(await found(engine, "windmill")).toEqual(["a"]);
});

test("an error of the database comes with its code", async () => {
  const { engine } = await aWorker();
  const broken = { ...anEntry({ id: "b", title: "Lighthouse" }), url: null as unknown as string };
  await expect(engine.put([broken])).rejects.toThrow(expect.objectContaining({ code: "SQLITE_CONSTRAINT_NOTNULL" }));
});

test("changes are made in the order in which they were asked for", async () => {
  const { engine } = await aWorker();
  const changes: Promise<void>[] = [];
  for (let number = 0; number < 50; number++) {
    changes.push(engine.put([anEntry({ id: "a", title: `Windmill number${number}` })]));
    if (number < 49) changes.push(engine.remove(["a"]));
  }
  await Promise.all(changes);
  expect(await found(engine, '"number49"')).toEqual(["a"]);
});

test("while somebody else holds the database, searches go on, and the change comes after", async () => {
  const { engine, file } = await aWorker();
  await engine.put([anEntry({ id: "a", title: "Windmill" })]);
  const { openDatabase } = await import("~db/client.server");
  const other = openDatabase(file);
  onTestFinished(() => other.close());
  other.sqlite.exec("begin immediate");
  let isDone = false;
  const putting = engine.put([anEntry({ id: "b", title: "Windmill museum" })]).then(() => {
    isDone = true;
  });
  expect(await found(engine, "windmill")).toEqual(["a"]);
  expect(isDone).toBe(false);
  other.sqlite.exec("commit");
  await putting;
  expect((await found(engine, "windmill")).sort()).toEqual(["a", "b"]);
});

test("when the thread breaks, what it was asked fails, and another one answers from the same index", async () => {
  const { engine, log } = await aWorker(breakable());
  await engine.put(library);
  const call = engine as unknown as { break(): Promise<void> };
  const asked = [engine.search(aQuery({ text: "rights" })), call.break(), engine.count()];
  const answers = await Promise.allSettled(asked);
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(log).toContain("the search thread has ended");
  expect(await engine.count()).toBe(library.length);
});

test("a thread that cannot start says why, each time it is asked", async () => {
  const { engine } = await aWorker(join(tempFolder(), "missing.mjs"));
  await expect(engine.count()).rejects.toThrow("the search thread has ended");
  await expect(engine.count()).rejects.toThrow("the search thread has ended");
});

test("a closed engine answers no more, and closes again without complaint", async () => {
  const { engine } = await aWorker();
  expect(await engine.count()).toBe(0);
  await engine.close();
  await engine.close();
  await expect(engine.count()).rejects.toThrow("closed");
});
