import { beforeAll, describe, expect, test } from "vitest";
import type { MarkedText, SearchEngine, SearchQuery } from "~search/port";
import type { Thesaurus } from "~search/query/thesaurus";
import { anEntry, library, thesaurus } from "./search-entries";
import { facetCases } from "./search-facet-cases";
import { hostileQueries } from "./search-hostile-queries";

/** Makes an empty engine; whoever makes it sees to its end. */
export type EngineFactory = (options: { thesaurus: Thesaurus }) => Promise<SearchEngine>;

export const aQuery = (given: Partial<SearchQuery> = {}): SearchQuery => ({
  text: "",
  filters: {},
  sort: "relevance",
  page: 1,
  perPage: 20,
  language: "en",
  ...given,
});

export const plain = (marked: MarkedText) => marked.map(({ text }) => text).join("");
export const markedWords = (marked: MarkedText) => marked.filter((piece) => piece.marked).map(({ text }) => text);

/** How every engine behaves. The engine under test is filled once for what only reads, and made anew for what writes. */
export function testSearchEngine(name: string, factory: EngineFactory): void {
  describe(`${name}: search`, () => {
    let engine: SearchEngine;
    beforeAll(async () => {
      engine = await factory({ thesaurus });
      await engine.put(library);
    });
    const search = (given: Partial<SearchQuery>) => engine.search(aQuery(given));
    const ids = async (text: string, given: Partial<SearchQuery> = {}) =>
      (await search({ text, ...given })).hits.map((hit) => hit.id);

    describe("words", () => {
      test.each([
        ["a word of the title", "Montevideo", "montevideo-budget"],
        ["a word of the summary", "tenants", "graz-housing"],
        ["a word of the text", "universities", "vienna-office"],
        ["another name", "ICCAR", "iccar"],
        ["a name of a theme or the like", "gobernanza", "multi-level"],
        ["a number with a point", "16.7", "multi-level"],
        ["capitals or none", "MONTEVIDEO", "montevideo-budget"],
        ["no accents", "jovenes", "mexico-participacion"],
        ["accents where there are none", "Móntevideo", "montevideo-budget"],
        ["an elided article", "l'eau", "paris-ville"],
        ["a typographic apostrophe", "l’eau", "paris-ville"],
        ["a word written with a hyphen", "multi-level", "multi-level"],
        ["the same without it", "multilevel", "multi-level"],
        ["an English plural", "office", "vienna-office"],
        ["another English form", "audited", "budget-auditing"],
        ["a French form", "municipalité", "paris-ville"],
        ["a Spanish form", "participaciones", "mexico-participacion"],
        ["a Spanish form without its accent", "participacion", "mexico-participacion"],
        ["a German form", "Schule", "nuernberg-menschenrechte"],
        ["a German form without its umlaut", "hauser", "nuernberg-menschenrechte"],
        ["a Russian form", "решение", "moskva"],
        ["Japanese without spaces", "人権教育", "kyoto-kokusai"],
        ["Thai without spaces", "มนุษยชน", "bangkok"],
        ["the beginning of the last word", "universit", "vienna-office"],
        ["the beginning of a stem's other form", "governanc", "vienna-office"],
        ["a whole word and a beginning", "street light", "twin-proven"],
      ])("%s: %s", async (_, text, id) => {
        expect(await ids(text)).toContain(id);
      });

      test("entries with all words come before entries with one", async () => {
        const [first] = await ids("human rights office");
        expect(first).toBe("vienna-office");
      });

      test("a question in a sentence finds its answer", async () => {
        expect((await ids("how do cities give legal help to women who face violence?"))[0]).toBe("dakar-women");
      });

      test("a finished word is no prefix", async () => {
        expect(await ids("gwan ")).toEqual([]);
      });

      test("a word that is nowhere leaves the others", async () => {
        expect(await ids("montevideo qqqxxx")).toContain("montevideo-budget");
      });

      test("function words alone are looked for in titles", async () => {
        expect(await ids("in the")).toContain("montevideo-budget");
      });
    });

    describe("phrases and exclusions", () => {
      test("a phrase finds its words side by side only", async () => {
        const found = await ids('"human rights"');
        expect(found).toContain("hrgl-2023/recommendation-8");
        expect(found).not.toContain("hrgl-2023/recital-gg");
      });
      test("a phrase keeps the order of its words", async () => {
        expect(await ids('"rights human"')).toEqual([]);
      });
      test("a phrase is taken to the letter", async () => {
        expect(await ids('"human right"')).toEqual([]);
      });
      test("a phrase may hold function words", async () => {
        expect(await ids('"spent against what was promised"')).toEqual(["hrgl-2023/recommendation-8"]);
      });
      test("a phrase folds case and accents", async () => {
        expect(await ids('"DROIT A LA VILLE"')).toEqual(["paris-ville"]);
      });
      test("a phrase does not reach over paragraphs", async () => {
        expect(await ids('"money every year"')).toEqual([]);
      });
      test("a phrase and a word narrow together", async () => {
        expect(await ids('"human rights" audit')).toContain("hrgl-2023/recommendation-8");
      });
      test("a phrase of which a word is nowhere finds nothing", async () => {
        expect(await ids('"human zebra"')).toEqual([]);
      });
      test("typographic quotes work as well", async () => {
        expect(await ids("“municipal housing”")).toEqual(["graz-housing"]);
      });
      test("guillemets work as well", async () => {
        expect(await ids("«municipal housing»")).toEqual(["graz-housing"]);
      });
      test("an excluded word leaves entries out", async () => {
        const found = await ids("budget -montevideo");
        expect(found).not.toContain("montevideo-budget");
        expect(found).toContain("budget-auditing");
      });
      test("an excluded word leaves its other forms out", async () => {
        expect(await ids("cities -coalitions")).not.toContain("iccar");
      });
      test("an excluded phrase leaves only its entries out", async () => {
        const found = await ids('rights -"human rights"');
        expect(found).toContain("pikine-study");
        expect(found).not.toContain("hrgl-2023/recommendation-8");
      });
      test("only excluded words: everything else", async () => {
        const { total } = await search({ text: "-korea" });
        expect(total).toBe(library.length - 2);
      });
      test("a minus inside a word is none", async () => {
        expect(await ids("multi-level")).toEqual(["multi-level"]);
      });
    });

    describe("typing errors", () => {
      test.each([
        ["a letter left out", "Montevdeo", "montevideo-budget"],
        ["a letter too many", "Montevvideo", "montevideo-budget"],
        ["a wrong letter", "Montevidao", "montevideo-budget"],
        ["two letters swapped", "Motnevideo", "montevideo-budget"],
        ["two errors in a long word", "partcipatry budgeting", "montevideo-budget"],
        ["one error in a short word", "Gratz", "graz-housing"],
        ["an error in Spanish", "particpación", "mexico-participacion"],
        ["an error in a word of the thesaurus alone", "presupuesto participatvio", "montevideo-budget"],
      ])("%s: %s", async (_, text, id) => {
        const result = await search({ text });
        expect(result.hits.map((hit) => hit.id)).toContain(id);
      });
      test("says what it read instead", async () => {
        expect((await search({ text: "Montevdeo" })).corrections).toEqual([{ typed: "Montevdeo", read: "montevideo" }]);
      });
      test("leaves a known word alone", async () => {
        expect((await search({ text: "housing" })).corrections).toEqual([]);
      });
      test("does not bend two errors in a short word", async () => {
        expect(await ids("Grutz ")).not.toContain("graz-housing");
      });
      test("does not bend numbers", async () => {
        expect((await search({ text: "2035 " })).total).toBe(0);
      });
    });

    describe("spellings to offer", () => {
      const spellings = (text: string) => engine.spellings(text, { limit: 4 });
      test.each([
        ["a word further away than is corrected", "Mntvdeo", "montevideo"],
        ["a word with another end", "Montevidejskij", "montevideo"],
        ["two words with the space left out", "humanrights", "human rights"],
        ["a word inside a phrase, which stays one", '"hmuan rights"', '"human rights"'],
        ["a short word", "grz", "graz"],
        ["a word of the thesaurus alone", "prsupusto", "presupuesto"],
        ["a known word's neighbour", '"human right"', '"human rights"'],
        ["several words at once", "mntvdeo tnnats", "montevideo tenants"],
      ])("%s: %s", async (_, text, offered) => {
        expect((await spellings(text))[0]).toBe(offered);
      });
      test.each(["", "xqzxqzxqz", "2035", "-mntvdeo", "!!!"])("none for %j", async (text) => {
        expect(await spellings(text)).toEqual([]);
      });
      test("no more than asked for, none twice, never what was typed", async () => {
        const offered = await engine.spellings("ouncil", { limit: 2 });
        expect(offered.length).toBeLessThanOrEqual(2);
        expect(new Set([...offered, "ouncil"]).size).toBe(offered.length + 1);
      });
    });

    describe("synonyms and languages", () => {
      test.each([
        ["Spanish to English", "presupuesto participativo", "montevideo-budget"],
        ["French to English", "budget participatif", "montevideo-budget"],
        ["an acronym to its words", "PB", "montevideo-budget"],
        ["words to their acronym", "Voluntary Local Reviews", "voluntary-local-review"],
        ["a single word", "mujer", "dakar-women"],
        ["its plural", "mujeres", "dakar-women"],
        ["an irregular plural", "woman", "dakar-women"],
        ["English to French", "right to the city", "paris-ville"],
      ])("%s: %s", async (_, text, id) => {
        expect(await ids(text)).toContain(id);
      });
      test("what stands for all the words comes first", async () => {
        expect((await ids("presupuesto participativo"))[0]).toBe("montevideo-budget");
      });
      test("says what else it searched for", async () => {
        expect((await search({ text: "mujer" })).alsoSearched).toContain("women");
      });
      test("says nothing where nothing was added", async () => {
        expect((await search({ text: "tenants" })).alsoSearched).toEqual([]);
      });
    });

    facetCases(() => engine);

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
        expect(counts.map(({ value }) => value).sort()).toEqual(
          [...new Set(library.map((entry) => entry.kind))].sort(),
        );
      });
      test.each(hostileQueries)("takes %j", async (text) => {
        const result = await search({ text });
        expect(result.total).toBeGreaterThanOrEqual(result.hits.length);
        await expect(engine.suggest(text, { language: "en", limit: 5 })).resolves.toBeInstanceOf(Array);
        await expect(engine.spellings(text, { limit: 3 })).resolves.toBeInstanceOf(Array);
      });
      test("says which engine it is and how long it took", async () => {
        const result = await search({ text: "rights" });
        expect(result.engine).toBe(engine.name);
        expect(result.tookMs).toBeGreaterThanOrEqual(0);
      });
      test("asked twice, answers the same", async () => {
        const { tookMs: _, ...once } = await search({ text: "rights" });
        const { tookMs: __, ...again } = await search({ text: "rights" });
        expect(again).toEqual(once);
      });
    });

    describe("suggestions", () => {
      const suggest = async (typed: string, limit = 8) =>
        (await engine.suggest(typed, { language: "en", limit })).map((suggestion) => suggestion.id);
      test.each([
        ["the beginning of a title", "Gwa", "gwangju"],
        ["the beginning of a later word", "lightin", "twin-proven"],
        ["another name", "VL", "voluntary-local-review"],
        ["no accents", "participacion de los jov", "mexico-participacion"],
        ["words in another order", "montevideo partic", "montevideo-budget"],
        ["a typing error", "gwamgj", "gwangju"],
        ["another script", "Участ", "moskva"],
      ])("%s: %s", async (_, typed, id) => {
        expect(await suggest(typed)).toContain(id);
      });
      test("text that is in no title suggests nothing", async () => {
        expect(await suggest("wetlands")).toEqual([]);
      });
      test("nothing typed suggests nothing", async () => {
        expect(await suggest("  ")).toEqual([]);
      });
      test("no more than asked for", async () => {
        expect(await suggest("s", 2)).toHaveLength(2);
      });
      test("what was typed is marked", async () => {
        const [first] = await engine.suggest("gwang", { language: "en", limit: 1 });
        expect(first).toMatchObject({ kind: "city", url: "/practices/gwangju" });
        expect(markedWords(first?.title ?? [])).toEqual(["Gwang"]);
      });
    });
  });

  describe(`${name}: changes`, () => {
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
