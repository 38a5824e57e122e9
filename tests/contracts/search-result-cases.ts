import { describe, expect, test } from "vitest";
import { library } from "./search-entries";
import { hostileQueries } from "./search-hostile-queries";
import { markedWords, plain, type Questions } from "./search-questions";

/** What comes first, what a page holds, what a hit shows. */
export function resultCases({ engine, search, ids }: Questions): void {
  describe("order and pages", () => {
    test.each(
      library.filter((entry) => /^[\p{Script=Latin} :'-]+$/u.test(entry.title) && !entry.id.startsWith("twin")),
    )("a title typed in full comes first: $title", async ({ title, id }) => {
      expect((await ids(title))[0]).toBe(id);
    });
    test("ties: evidence first, then the newer", async () => {
      expect(await ids("street lighting cooperative")).toEqual(["twin-proven", "twin-new", "twin-old"]);
    });
    test("by date, the newest first and the undated last", async () => {
      const { hits } = await search({ sort: "date", perPage: 100 });
      const dates = hits.map((hit) => hit.date ?? "");
      expect(dates).toEqual([...dates].sort().reverse());
    });
    test("by title, as the reader's language sorts", async () => {
      const { hits } = await search({ sort: "title", perPage: 100, language: "fr" });
      const titles = hits.map((hit) => plain(hit.title));
      const { compare } = new Intl.Collator("fr", { numeric: true });
      expect(titles).toEqual([...titles].sort(compare));
    });
    test("sorting does not change what is found", async () => {
      const found = await ids("budget");
      expect((await ids("budget", { sort: "title" })).sort()).toEqual(found.sort());
    });
    test("pages hold everything once", async () => {
      const all = await ids("rights", { perPage: 100 });
      const pages = await Promise.all(all.map((_, i) => ids("rights", { perPage: 1, page: i + 1 })));
      expect(pages.flat()).toEqual(all);
    });
    test("the total is that of all pages", async () => {
      const { total, hits } = await search({ text: "rights", perPage: 2 });
      expect(hits).toHaveLength(2);
      expect(total).toBe((await ids("rights", { perPage: 100 })).length);
    });
    test("a page beyond the end is empty", async () => {
      expect((await search({ page: 400, perPage: 25 })).hits).toEqual([]);
    });
  });

  describe("what a hit shows", () => {
    const first = async (text: string) => {
      const [hit] = (await search({ text })).hits;
      if (!hit) throw new Error(`nothing found for ${text}`);
      return hit;
    };
    test("all that a result needs", async () => {
      const hit = await first("tenants");
      expect(hit).toMatchObject({
        id: "graz-housing",
        kind: "practice",
        url: "/practices/graz-housing",
        language: "en",
        date: "2021-03-04",
      });
      expect(hit.facets.city).toEqual(["graz"]);
      expect(hit.score).toBeGreaterThan(0);
    });
    test("matched words are marked in the title", async () => {
      expect(markedWords((await first("montevideo")).title)).toEqual(["Montevideo"]);
    });
    test("whole words are marked, in their other forms too", async () => {
      expect(markedWords((await first("tenant")).extract)).toEqual(["tenants"]);
    });
    test("synonyms are marked", async () => {
      expect(markedWords((await first("mujer")).title)).toEqual(["women"]);
    });
    test("the extract shows the passage that matches", async () => {
      const { extract } = await first("wetlands durban");
      expect(plain(extract)).toContain("delegate from Durban spoke of wetlands");
      expect(markedWords(extract)).toEqual(["Durban", "wetlands"]);
    });
    test("an extract is short, and says where it was cut", async () => {
      const text = plain((await first("wetlands durban")).extract);
      expect(text.length).toBeLessThan(300);
      expect(text).toMatch(/^… .* …$/s);
    });
    test("nothing matched in the text: it begins at the beginning", async () => {
      expect(plain((await first("Participatory Montevideo")).extract)).toMatch(/^Neighbours decide/);
    });
    test("markup is text like any other", async () => {
      const hit = await first("zirconium");
      expect(plain(hit.extract)).toBe('<script>alert("zirconium")</script> stays what it is.');
      expect(plain(hit.title)).toBe("Waste <b>collection</b> & co");
    });
    test("the pieces together are the title", async () => {
      expect(plain((await first("multi level")).title)).toBe("Multi-level alignment");
    });
  });

  describe("everything and anything", () => {
    test("an empty query finds everything", async () => {
      expect((await search({})).total).toBe(library.length);
    });
    test.each(["   ", "\t\n"])("white space is an empty query: %j", async (text) => {
      expect((await search({ text })).total).toBe(library.length);
    });
    test("every kind of entry is found", async () => {
      const counts = (await search({})).facets.type ?? [];
      expect(counts.map(({ value }) => value).sort()).toEqual([...new Set(library.map((entry) => entry.kind))].sort());
    });
    test.each(hostileQueries)("takes %j", async (text) => {
      const result = await search({ text });
      expect(result.total).toBeGreaterThanOrEqual(result.hits.length);
      await expect(engine().suggest(text, { language: "en", limit: 5 })).resolves.toBeInstanceOf(Array);
      await expect(engine().spellings(text, { limit: 3 })).resolves.toBeInstanceOf(Array);
    });
    test("says which engine it is and how long it took", async () => {
      const result = await search({ text: "rights" });
      expect(result.engine).toBe(engine().name);
      expect(result.tookMs).toBeGreaterThanOrEqual(0);
    });
    test("asked twice, answers the same", async () => {
      const { tookMs: _, ...once } = await search({ text: "rights" });
      const { tookMs: __, ...again } = await search({ text: "rights" });
      expect(again).toEqual(once);
    });
  });
}
