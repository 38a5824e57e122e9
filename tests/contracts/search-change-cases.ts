import { describe, expect, test } from "vitest";
import { entryHash } from "~search/entry-hash.server";
import type { SearchEngine, SearchQuery } from "~search/port";
import { anEntry, library, thesaurus } from "./search-entries";
import { aQuery, type EngineFactory } from "./search-questions";

/** Entries that come, change and go; rebuilds. */
export function changeCases(factory: EngineFactory): void {
  describe("changes", () => {
    const fresh = () => factory({ thesaurus });
    const found = async (engine: SearchEngine, text: string) =>
      (await engine.search(aQuery({ text }))).hits.map((hit) => hit.id);

    test("an empty index answers with nothing", async () => {
      const engine = await fresh();
      expect(await engine.search(aQuery({ text: "rights" }))).toMatchObject({ total: 0, hits: [], corrections: [] });
      expect(await engine.search(aQuery())).toMatchObject({ total: 0, hits: [] });
      expect(await engine.suggest("r", { language: "en", limit: 5 })).toEqual([]);
      expect(await engine.count()).toBe(0);
    });
    test("an entry put again replaces the old one", async () => {
      const engine = await fresh();
      await engine.put([anEntry({ id: "a", title: "Windmill", facets: { year: ["2001"] } })]);
      await engine.put([anEntry({ id: "a", title: "Lighthouse", facets: { year: ["2002"] } })]);
      expect(await engine.count()).toBe(1);
      expect(await found(engine, "lighthouse")).toEqual(["a"]);
      expect(await found(engine, "windmill ")).toEqual([]);
      expect((await engine.search(aQuery())).facets.year).toEqual([{ value: "2002", count: 1 }]);
      expect(await engine.suggest("wind", { language: "en", limit: 5 })).toEqual([]);
      expect(await engine.suggest("light", { language: "en", limit: 5 })).toHaveLength(1);
    });
    test("the same entry twice in one put: the last one counts", async () => {
      const engine = await fresh();
      await engine.put([anEntry({ id: "a", title: "Windmill" }), anEntry({ id: "a", title: "Lighthouse" })]);
      expect(await engine.count()).toBe(1);
      expect(await found(engine, "lighthouse")).toEqual(["a"]);
    });
    test("a removed entry is gone everywhere", async () => {
      const engine = await fresh();
      await engine.put(library);
      await engine.remove(["montevideo-budget", "never-was"]);
      expect(await found(engine, "montevideo ")).toEqual([]);
      expect(await engine.count()).toBe(library.length - 1);
      expect((await engine.search(aQuery())).facets.city?.map(({ value }) => value)).not.toContain("montevideo");
      expect(await engine.suggest("montevideo", { language: "en", limit: 5 })).toEqual([]);
    });
    test("what was removed can come back", async () => {
      const engine = await fresh();
      await engine.put([anEntry({ id: "a", title: "Windmill" }), anEntry({ id: "b", title: "Bakery" })]);
      await engine.remove(["b"]);
      await engine.put([anEntry({ id: "c", title: "Cinema" }), anEntry({ id: "b", title: "Bakery" })]);
      expect(await found(engine, "bakery")).toEqual(["b"]);
      expect(await found(engine, "cinema")).toEqual(["c"]);
      expect(await found(engine, "windmill")).toEqual(["a"]);
    });
    test("removing everything leaves an index that can be filled", async () => {
      const engine = await fresh();
      await engine.put(library);
      await engine.remove(library.map((entry) => entry.id));
      expect((await engine.search(aQuery())).total).toBe(0);
      await engine.put(library);
      expect(await engine.count()).toBe(library.length);
    });
    test("tells what it holds, by id and content hash", async () => {
      const engine = await fresh();
      expect(await engine.contents()).toEqual([]);
      await engine.put(library);
      const expected = library.map((entry) => ({ id: entry.id, hash: entryHash(entry) }));
      expect(await engine.contents()).toEqual(expected.sort((a, b) => (a.id < b.id ? -1 : 1)));
      const changed = anEntry({ id: "uclg", title: "Another title" });
      await engine.put([changed]);
      expect(await engine.contents()).toContainEqual({ id: "uclg", hash: entryHash(changed) });
    });
    test("has to be rebuilt until it was once", async () => {
      const engine = await fresh();
      expect(await engine.needsRebuild()).toBe(true);
      await engine.put(library);
      expect(await engine.needsRebuild()).toBe(true);
      await engine.rebuild(library);
      expect(await engine.needsRebuild()).toBe(false);
      await engine.remove(["uclg"]);
      expect(await engine.needsRebuild()).toBe(false);
    });
    test("a rebuild tells how far it is", async () => {
      const engine = await fresh();
      const told: number[] = [];
      await engine.rebuild(library, (written) => told.push(written));
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(told.at(-1)).toBe(library.length);
    });
    test("a rebuild from nothing leaves an empty index", async () => {
      const engine = await fresh();
      await engine.put(library);
      await engine.rebuild([]);
      expect(await engine.count()).toBe(0);
      expect((await engine.search(aQuery())).total).toBe(0);
    });
    test("nothing to put and nothing to remove is no change", async () => {
      const engine = await fresh();
      await engine.put([]);
      await engine.remove([]);
      expect(await engine.count()).toBe(0);
    });
    test("ids that only a server would take for the same are not", async () => {
      const engine = await fresh();
      const ids = ["a/b", "a_b", "a-b", "A/B", "é", "e", "x".repeat(600), `${"x".repeat(599)}y`];
      await engine.put(ids.map((id) => anEntry({ id, title: "Windmill" })));
      expect(await engine.count()).toBe(ids.length);
      await engine.remove(["a_b", "x".repeat(600)]);
      expect((await engine.contents()).map(({ id }) => id).sort()).toEqual(
        ids.filter((id) => id !== "a_b" && id !== "x".repeat(600)).sort(),
      );
    });
    test("facet values that only a server would take for the same are not", async () => {
      const engine = await fresh();
      const values = ["at", "AT", "ä", "a", 'a"b', "a\\", "a]", "_0041", "a b", "\u0000"];
      await engine.put(
        values.map((value, i) => anEntry({ id: `e${i}`, title: "Windmill", facets: { theme: [value] } })),
      );
      for (const value of values) {
        const { total, hits, facets } = await engine.search(aQuery({ text: "windmill", filters: { theme: [value] } }));
        expect(total, value).toBe(1);
        expect(hits[0]?.facets.theme).toEqual([value]);
        expect(facets.theme).toHaveLength(values.length);
      }
      expect((await engine.search(aQuery({ filters: { theme: ["\ud800", "b"] } }))).total).toBe(0);
    });
    test.each<[string, string, SearchQuery["sort"]]>([
      ["a word, by relevance", "windmill", "relevance"],
      ["two words of which most entries have one, by relevance", "windmill lighthouse", "relevance"],
      ["nothing typed", "", "relevance"],
      ["a word, by date", "windmill", "date"],
      ["a word, by title", "windmill", "title"],
    ])("deep pages hold every entry once: %s", async (_, text, sort) => {
      const engine = await fresh();
      const title = (i: number) => (i % 97 === 0 ? `Windmill and lighthouse ${i}` : `Windmill ${i}`);
      const year = (i: number) => String(1900 + (i % 120));
      const entries = Array.from({ length: 640 }, (_, i) => anEntry({ id: `e${i}`, title: title(i), date: year(i) }));
      await engine.put(entries);
      const found: string[] = [];
      for (let page = 1; page <= 14; page++) {
        const { hits, total } = await engine.search(aQuery({ text, sort, page, perPage: 50 }));
        expect(total).toBe(640);
        found.push(...hits.map(({ id }) => id));
      }
      expect(found).toHaveLength(640);
      expect(new Set(found).size).toBe(640);
    });
    test("a rebuild replaces everything", async () => {
      const engine = await fresh();
      await engine.put([anEntry({ id: "old", title: "Windmill" })]);
      await engine.rebuild([anEntry({ id: "new", title: "Lighthouse" })]);
      expect(await engine.count()).toBe(1);
      expect(await found(engine, "windmill ")).toEqual([]);
      expect(await found(engine, "lighthouse")).toEqual(["new"]);
    });
    test("while a rebuild runs the old index answers, and changes are not lost", async () => {
      const engine = await fresh();
      await engine.put([anEntry({ id: "old", title: "Windmill" })]);
      await engine.rebuild(
        (async function* () {
          yield anEntry({ id: "kept", title: "Lighthouse" });
          yield anEntry({ id: "dropped", title: "Bakery" });
          expect(await found(engine, "windmill")).toEqual(["old"]);
          await engine.put([anEntry({ id: "kept", title: "Library" }), anEntry({ id: "late", title: "Cinema" })]);
          await engine.remove(["dropped"]);
        })(),
      );
      expect(await found(engine, "library")).toEqual(["kept"]);
      expect(await found(engine, "cinema")).toEqual(["late"]);
      expect(await found(engine, "bakery ")).toEqual([]);
      expect(await engine.count()).toBe(2);
    });
    test("a rebuild that fails leaves the old index whole", async () => {
      const engine = await fresh();
      await engine.put([anEntry({ id: "old", title: "Windmill" })]);
      const failing = (function* () {
        yield anEntry({ id: "new", title: "Lighthouse" });
        throw new Error("the source broke");
      })();
      await expect(engine.rebuild(failing)).rejects.toThrow("the source broke");
      expect(await found(engine, "windmill")).toEqual(["old"]);
      expect(await engine.count()).toBe(1);
    });
  });
}
