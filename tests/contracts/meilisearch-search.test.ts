import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { openDatabase } from "~db/client.server";
import { createMeilisearchEngine } from "~search/meilisearch/engine.server";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { hasMeilisearch, useMeilisearch } from "../support/meilisearch";
import { fedTogether } from "./fed-together";
import { testSearchEngine } from "./search-engine";

describe.skipIf(!hasMeilisearch)("on a real server", () => {
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
    const database = openDatabase(join(folder, `${closing.length}.sqlite`));
    const embedded = createSqliteEngine({ ...database, thesaurus });
    const index = `contract-${process.pid}-${closing.length}`;
    const engine = createMeilisearchEngine({ url: server.url, key: server.key, index, reader: embedded });
    closing.push(() => database.close());
    return fedTogether(engine, embedded);
  });
});
