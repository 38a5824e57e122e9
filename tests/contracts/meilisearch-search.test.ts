import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { openDatabase } from "~db/client.server";
import { createMeilisearchEngine } from "~search/meilisearch/engine.server";
import { createSqliteWorker, searchWorkerFile } from "~search/sqlite/worker.server";
import { hasMeilisearch, useMeilisearch } from "../support/meilisearch";
import { fedTogether } from "./fed-together";
import { testSearchEngine } from "./search-engine";

describe.skipIf(!hasMeilisearch)("on a real server", () => {
  const program = searchWorkerFile(join(import.meta.dirname, "..", ".."));
  const folder = mkdtempSync(join(tmpdir(), "polylogue-search-"));
  const closing: (() => Promise<void>)[] = [];
  let server: Awaited<ReturnType<typeof useMeilisearch>>;
  beforeAll(async () => {
    server = await useMeilisearch();
  });
  afterAll(async () => {
    for (const close of closing) await close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  testSearchEngine("meilisearch", async ({ thesaurus }) => {
    const file = join(folder, `${closing.length}.sqlite`);
    const database = openDatabase(file);
    // As the site runs it: the search thread asks the server.
    const embedded = createSqliteWorker({ file, program, thesaurus });
    const index = `contract-${process.pid}-${closing.length}`;
    const engine = createMeilisearchEngine({ url: server.url, key: server.key, index, reader: embedded });
    closing.push(async () => {
      await embedded.close();
      await database.close();
    });
    return fedTogether(engine, embedded);
  });
});
