import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openDatabase } from "~db/client.server";
import { createSqliteWorker, searchWorkerFile } from "~search/sqlite/worker.server";
import { testSearchEngine } from "./search-engine";

const folder = mkdtempSync(join(tmpdir(), "polylogue-search-"));
const program = searchWorkerFile(join(import.meta.dirname, "..", ".."));
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
  rmSync(folder, { recursive: true, force: true });
});

testSearchEngine("sqlite in a thread", async ({ thesaurus }) => {
  const file = join(folder, `${closing.length}.sqlite`);
  const database = openDatabase(file);
  const engine = createSqliteWorker({ file, program, thesaurus });
  closing.push(async () => {
    await engine.close();
    await database.close();
  });
  return engine;
});
