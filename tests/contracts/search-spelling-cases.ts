import { describe, expect, test } from "vitest";
import { markedWords, type Questions } from "./search-questions";

/** Typing errors, spellings to offer, other words for the same, suggestions while typing. */
export function spellingCases({ engine, search, ids }: Questions): void {
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
    const spellings = (text: string) => engine().spellings(text, { limit: 4 });
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
      const offered = await engine().spellings("ouncil", { limit: 2 });
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

  describe("suggestions", () => {
    const suggest = async (typed: string, limit = 8) =>
      (await engine().suggest(typed, { language: "en", limit })).map((suggestion) => suggestion.id);
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
      const [first] = await engine().suggest("gwang", { language: "en", limit: 1 });
      expect(first).toMatchObject({ kind: "city", url: "/practices/gwangju" });
      expect(markedWords(first?.title ?? [])).toEqual(["Gwang"]);
    });
  });
}
