import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openDatabase } from "~db/client.server";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { testSearchEngine } from "./search-engine";

const folder = mkdtempSync(join(tmpdir(), "polylogue-search-"));
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
  rmSync(folder, { recursive: true, force: true });
});

testSearchEngine("sqlite", async ({ thesaurus }) => {
  const database = openDatabase(join(folder, `${closing.length}.sqlite`));
  closing.push(() => database.close());
  return createSqliteEngine({ ...database, thesaurus });
});
