import { analyseWord } from "../analysis/analyse-word";
import { baseLanguage } from "../analysis/script";
import { eachWord } from "../analysis/words";

/** A stem, or (with `#`) a group of the thesaurus or a term of a vocabulary, and where in the text it stands. */
export interface PlacedTerm {
  term: string;
  start: number;
  end: number;
}

/** Terms that mean the same, under one key. */
export interface Meaning {
  key: string;
  terms: { language: string; term: string }[];
}

interface Phrase {
  stems: string[];
  key: string;
}

const place = "";

/** Reads texts of several languages as terms that can be compared: stems, and what the thesaurus says is the same. */
export class TermReader {
  private readonly phrases = new Map<string, Phrase[]>();

  constructor(meanings: readonly Meaning[], places: readonly string[]) {
    for (const { key, terms } of meanings) for (const { language, term } of terms) this.add(language, term, `#${key}`);
    for (const name of places) for (const language of ["en", "fr", "es"]) this.add(language, name, place);
  }

  private add(language: string, term: string, key: string): void {
    const stems: string[] = [];
    eachWord(term, (word) => {
      const { stem, stop } = analyseWord(word, language);
      if (!stop) stems.push(stem);
    });
    const [first] = stems;
    if (first === undefined) return;
    const at = `${language} ${first}`;
    const others = this.phrases.get(at);
    if (others) others.push({ stems, key });
    else this.phrases.set(at, [{ stems, key }]);
  }

  /** The terms of a text, in order; function words and names of places left out. */
  read(text: string, language: string): PlacedTerm[] {
    const base = baseLanguage(language);
    const words: PlacedTerm[] = [];
    eachWord(text, (word, start) => {
      const { stem, stop } = analyseWord(word, base);
      if (!stop) words.push({ term: stem, start, end: start + word.length });
    });
    const meanings: PlacedTerm[] = [];
    const named = new Set<number>();
    for (let at = 0; at < words.length; at++) {
      const phrases = this.phrases.get(`${base} ${words[at]?.term}`) ?? [];
      for (const { stems, key } of phrases) {
        if (!stems.every((stem, i) => words[at + i]?.term === stem)) continue;
        if (key === place) for (let i = 0; i < stems.length; i++) named.add(at + i);
        else meanings.push({ term: key, start: words[at]?.start ?? 0, end: words[at + stems.length - 1]?.end ?? 0 });
      }
    }
    return [...words.filter((_, i) => !named.has(i)), ...meanings];
  }
}
