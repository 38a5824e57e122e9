import { describe, expect, test } from "vitest";
import { analyseWord } from "~search/analysis/analyse-word";
import { foldWord } from "~search/analysis/fold";
import { guessLanguage } from "~search/analysis/stop-words";
import { eachWord } from "~search/analysis/words";

const wordsOf = (text: string) => {
  const words: string[] = [];
  eachWord(text, (word, start) => {
    expect(text.slice(start, start + word.length)).toBe(word);
    words.push(word);
  });
  return words;
};

describe("words", () => {
  test.each([
    ["Human rights, locally.", ["Human", "rights", "locally"]],
    ["women's l'eau", ["women", "s", "l", "eau"]],
    ["target 16.7 and 1.a, by 2030.", ["target", "16.7", "and", "1.a", "by", "2030"]],
    ["e\u0301cole", ["e\u0301cole"]],
    ["a\u0000b \ud800 🎉 c", ["a", "b", "c"]],
    ["", []],
  ])("%j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
  test("Chinese and Thai are parted where words end", () => {
    expect(wordsOf("参与式预算").length).toBeGreaterThan(1);
    expect(wordsOf("สิทธิมนุษยชน").length).toBeGreaterThan(1);
  });
});

describe("folding", () => {
  test.each([
    ["École", "ecole"],
    ["STRASSE", "strasse"],
    ["Straße", "strasse"],
    ["İstanbul", "istanbul"],
    ["Łódź", "lodz"],
    ["ﬁnance", "finance"],
    ["Ёлка", "елка"],
    ["がくせい", "がくせい"],
    ["한국어", "한국어"],
    ["สิทธิ", "สิทธิ"],
    ["مُحَمَّد", "محمد"],
  ])("%s → %s", (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });
  test("folding twice changes nothing", () => {
    for (const word of ["Österreich", "Œuvre", "ŞİŞLİ"]) expect(foldWord(foldWord(word))).toBe(foldWord(word));
  });
});

describe("stems", () => {
  test.each([
    ["en", "cities", "city"],
    ["en", "women", "woman"],
    ["en", "governance", "governments"],
    ["fr", "municipalités", "municipalité"],
    ["es", "participación", "participaciones"],
    ["de", "Häuser", "Haus"],
    ["pt", "cidades", "cidade"],
    ["it", "città", "citta"],
    ["ru", "решения", "решение"],
  ])("%s: %s and %s share one", (language, one, other) => {
    expect(analyseWord(one, language).stem).toBe(analyseWord(other, language).stem);
  });
  test("a language without a stemmer only folds", () => {
    expect(analyseWord("Cidades", "xx").stem).toBe("cidades");
  });
  test.each(["constructor", "toString", "__proto__"])("%s is a word like any other", (word) => {
    expect(typeof analyseWord(word, "en").stem).toBe("string");
    expect(typeof analyseWord(word, word).stem).toBe("string");
  });
  test("function words are known by language", () => {
    expect(analyseWord("war", "de").stop).toBe(true);
    expect(analyseWord("war", "en").stop).toBe(false);
  });
  test("the language of a query shows in its function words", () => {
    expect(guessLanguage(["droit", "a", "la", "ville"], "en")).toBe("fr");
    expect(guessLanguage(["war", "and", "peace"], "en")).toBe("en");
    expect(guessLanguage(["housing"], "es")).toBe("es");
  });
});
