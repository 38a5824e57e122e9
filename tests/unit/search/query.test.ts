import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyseWord } from "~search/analysis/analyse-word";
import { editDistance } from "~search/query/edit-distance";
import { parseQuery } from "~search/query/parse-query";
import { nearWords } from "~search/query/spelling";
import { parseThesaurus, ThesaurusIndex } from "~search/query/thesaurus";
import { letterBits } from "~search/sqlite/vocabulary";

describe("a query is taken apart", () => {
  test.each([
    ["right to housing", { words: ["right", "to", "housing"], open: true }],
    ["housing ", { words: ["housing"], open: false }],
    ["housing?", { words: ["housing"], open: false }],
    ['"human rights" city', { phrases: [["human", "rights"]], words: ["city"], open: true }],
    ['city "human rights"', { phrases: [["human", "rights"]], words: ["city"], open: false }],
    ["rights -vienna", { words: ["rights"], excludedWords: ["vienna"], open: false }],
    ['-"human rights"', { excludedPhrases: [["human", "rights"]] }],
    ["-multi-level", { excludedPhrases: [["multi", "level"]] }],
    ["multi-level", { words: ["multi", "level"], open: true }],
    ['a"b', { words: ["a", "b"], open: true }],
    ['"unclosed phrase', { words: ["unclosed", "phrase"], open: true }],
    ["- x", { words: ["x"], open: true }],
    ["−vienna", { excludedWords: ["vienna"] }],
    [
      "who wrote the first paper that “Lost Towns” answers",
      { words: "who wrote the first paper that Lost Towns answers".split(" "), open: true },
    ],
    ["who answers “Lost Towns”?", { words: ["who", "answers", "Lost", "Towns"] }],
    ["“Lost Towns”?", { phrases: [["Lost", "Towns"]] }],
    [
      "how do schools of the „Model C“-type compare with others",
      { words: "how do schools of the Model C type compare with others".split(" "), open: true },
    ],
    ["Menschenrechte und -pflichten", { words: ["Menschenrechte", "und", "pflichten"], open: true }],
    ["", {}],
  ])("%j", (text, expected) => {
    expect(parseQuery(text)).toEqual({
      ...{ words: [], phrases: [], excludedWords: [], excludedPhrases: [], open: false },
      ...expected,
    });
  });
  test("no string raises an error", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseQuery(text)));
  });
});

describe("edits between words", () => {
  test.each([
    ["housing", "housing", 0],
    ["housing", "houssing", 1],
    ["housing", "husing", 1],
    ["housing", "hosuing", 1],
    ["housing", "hausing", 1],
    ["participation", "partcipatoin", 2],
    ["", "ab", 2],
  ])("%s, %s: %i", (a, b, edits) => {
    expect(editDistance(a, b, 3)).toBe(edits);
    expect(editDistance(b, a, 3)).toBe(edits);
  });
  test("beyond the limit is told, not counted", () => {
    expect(editDistance("housing", "budget", 2)).toBe(3);
  });
  test("a beginning may be meant", () => {
    expect(editDistance("partcip", "participation", 2, true)).toBe(1);
  });
});

describe("spelling", () => {
  const words = ["housing", "hosting", "participation", "graz"];
  const from = { words, bits: words.map(letterBits), occurrences: [100, 1, 50, 5] };
  const near = (typed: string) => nearWords(typed, letterBits(typed), from).map(({ index }) => words[index]);
  test("the word that is met more often wins", () => expect(near("hosing")).toEqual(["housing"]));
  test("two edits in a long word", () => expect(near("partcipatin")).toEqual(["participation"]));
  test("one edit only in a short one", () => expect(near("gruzz")).toEqual([]));
  test("three letters are left alone", () => expect(near("gra")).toEqual([]));
});

describe("the thesaurus", () => {
  const index = new ThesaurusIndex(
    parseThesaurus([
      { en: ["right to the city"], fr: ["droit à la ville"] },
      { en: ["right", "entitlement"] },
      { en: ["Voluntary Local Review", "VLR"] },
    ]),
  );
  const found = (...words: string[]) =>
    index.find(words).map(({ start, end, synonyms }) => ({ start, end, terms: synonyms.map(({ term }) => term) }));
  test("the longest term is taken", () => {
    expect(found("the", "right", "to", "the", "city")).toEqual([{ start: 1, end: 5, terms: ["droit à la ville"] }]);
  });
  test("forms of a term are the term", () => {
    expect(found("voluntary", "local", "reviews")[0]?.terms).toEqual(["VLR"]);
  });
  test("case and accents do not matter", () => {
    expect(found("DROIT", "A", "LA", "VILLE")[0]?.terms).toEqual(["right to the city"]);
  });
  test("equal stems of two languages are two terms", () => {
    const scoped = new ThesaurusIndex(
      parseThesaurus([{ en: ["neighbourhood"], es: ["barrio"] }, { es: ["barrera", "obstáculo"] }]),
    );
    expect(analyseWord("barrios", "es").stem).toBe("barri");
    expect(scoped.find(["barrios"])[0]?.synonyms.map(({ term }) => term)).toEqual(["neighbourhood"]);
    // English stems of what is no English word must not meet Spanish ones.
    expect(
      new ThesaurusIndex(parseThesaurus([{ es: ["poder", "facultad"] }, { en: ["pod", "capsule"] }])).find(["pods"]),
    ).toMatchObject([{ synonyms: [{ term: "capsule" }] }]);
  });
  test("what is no list of groups is refused", () => {
    expect(() => parseThesaurus([{ en: [1] }])).toThrow();
  });
});
