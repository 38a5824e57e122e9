import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { canStartMeilisearch, startMeilisearch } from "../support/meilisearch";
import { findMeilisearch } from "../support/meilisearch-program";
import { tempFolder } from "../support/temp";

describe.skipIf(!canStartMeilisearch)("the test server", () => {
  test("answers to its key alone, goes on with the same data, and ends", async () => {
    const folder = tempFolder();
    const first = await startMeilisearch({ folder });
    const ask = (key: string) => fetch(`${first.url}/indexes`, { headers: { authorization: `Bearer ${key}` } });
    expect((await ask(first.key)).status).toBe(200);
    expect((await ask("another")).status).toBe(403);
    await first.stop("SIGTERM");
    await expect(ask(first.key)).rejects.toThrow();
    const second = await startMeilisearch({ folder, port: first.port, key: first.key });
    expect(second.url).toBe(first.url);
    await second.stop();
  });

  test("a copy in the cache that is not what was pinned is never run", async () => {
    const cache = tempFolder();
    const copy = join(cache, "polylogue", "meilisearch-1.3.0-1.21.0", "meilisearch");
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, "#!/bin/sh\n", { mode: 0o755 });
    expect(await findMeilisearch({ PATH: "", XDG_CACHE_HOME: cache })).toHaveProperty("missing");
  });

  test("where nothing can be fetched, a server at MEILI_URL is taken", async () => {
    const found = await findMeilisearch({
      PATH: "",
      XDG_CACHE_HOME: "/dev/null",
      MEILI_URL: "http://there",
      MEILI_KEY: "k",
    });
    expect(found).toEqual({ url: "http://there", key: "k" });
  });
});
