import { describe, expect, test } from "vitest";
import { library } from "./search-entries";
import type { Questions } from "./search-questions";

/** What is found: words and their forms, phrases, exclusions. */
export function wordCases({ search, ids }: Questions): void {
  describe("words", () => {
    test.each([
      ["a word of the title", "Montevideo", "montevideo-budget"],
      ["a word of the summary", "tenants", "graz-housing"],
      ["a word of the text", "universities", "vienna-office"],
      ["another name", "ICCAR", "iccar"],
      ["a name of a theme or the like", "gobernanza", "multi-level"],
      ["a tag", "night trams", "multi-level"],
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
    test("a phrase that stands nowhere gives way to the words beside it, and says so", async () => {
      const found = await search({ text: '"rights human" audit' });
      expect(found.hits.map(({ id }) => id)).toContain("hrgl-2023/recommendation-8");
      expect(found.corrections).toEqual([{ typed: '"rights human"', read: "rights human" }]);
    });
    test("a question that quotes is read as a sentence", async () => {
      expect(await ids('who audits "rights human"?')).toContain("hrgl-2023/recommendation-8");
    });
    test("a question of which only function words are known finds those, and says so", async () => {
      const found = await search({ text: "what was qqqxxx?" });
      expect(found.hits.map(({ id }) => id)).toContain("hrgl-2023/recommendation-8");
      expect(found.corrections).toEqual([{ typed: "what was qqqxxx", read: "what was" }]);
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
}
