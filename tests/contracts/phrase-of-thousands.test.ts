import { describe, expect, onTestFinished, test } from "vitest";
import { createMeilisearchEngine } from "~search/meilisearch/engine.server";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { hasMeilisearch, useMeilisearch } from "../support/meilisearch";
import { tempDatabase } from "../support/temp";
import { anEntry } from "./search-entries";
import { aQuery } from "./search-questions";

describe.skipIf(!hasMeilisearch)("a quoted phrase on a server", () => {
  test("that thousands of entries have makes no long filter, and is counted just as exactly", async () => {
    const server = await useMeilisearch();
    onTestFinished(() => server.stop());
    const reader = createSqliteEngine(await tempDatabase());
    const index = `phrases-${process.pid}`;
    const engine = createMeilisearchEngine({ ...server, index, reader });
    onTestFinished(() => engine.close());
    const common = Array.from({ length: 2100 }, (_, i) => anEntry({ id: `common-${i}`, text: "The water council." }));
    const rare = [1, 2].map((i) => anEntry({ id: `rare-${i}`, text: "A council of water, a night market." }));
    await reader.put([...common, ...rare]);
    await engine.rebuild([...common, ...rare]);
    const asked = async (text: string) => {
      const before = engine.serverMs;
      const { total, engine: name } = await engine.search(aQuery({ text }));
      return { total, name, isAsked: engine.serverMs > before };
    };
    expect(await asked('"water council"')).toEqual({ total: 2100, name: "meilisearch", isAsked: false });
    expect(await asked('water -"water council"')).toEqual({ total: 2, name: "meilisearch", isAsked: false });
    expect(await asked('"night market"')).toMatchObject({ total: 2, name: "meilisearch" });
  }, 60_000);
});
