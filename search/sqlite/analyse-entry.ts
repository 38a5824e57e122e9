import { analyseWord } from "../analysis/analyse-word";
import { baseLanguage } from "../analysis/script";
import { eachWord } from "../analysis/words";
import { facetNames, type SearchEntry } from "../port";
import { VarintWriter } from "./varint";

/** Gives numbers to words and facet values, and remembers which stem a written word has. */
export interface Numbering {
  wordId(word: string): number;
  pair(stem: number, word: number): void;
  facetValueId(facet: number, value: string): number;
  /** Words that were numbered before, by language and as written: most words of a text are among them. */
  known: Map<string, Map<string, NumberedWord>>;
}

interface NumberedWord {
  surface: string;
  stem: string;
  stop: boolean;
  id: number;
  /** The number of the stem; 0 until it is counted for the first time. */
  term: number;
}

/** An entry in numbers: what ranking, phrases, facets and extracts need, and nothing else. */
export interface AnalysedEntry {
  /** Words as written, in order: title, then names, then summary and text; 0 between names and between paragraphs. */
  words: ArrayLike<number>;
  titleWords: number;
  /** Where summary and text begin. */
  headWords: number;
  /** Its stems in ascending order, function words left out except in titles. */
  terms: ArrayLike<number>;
  /** How often each stands in body, title and keywords: see `packFrequencies`. */
  frequencies: ArrayLike<number>;
  titleLength: number;
  bodyLength: number;
  facetValues: ArrayLike<number>;
}

const oneOfBody = 1;
const oneOfTitle = 1 << 7;
const oneOfKeywords = 1 << 12;
export const bodyFrequency = (packed: number) => packed & 127;
export const titleFrequency = (packed: number) => (packed >> 7) & 31;
export const keywordFrequency = (packed: number) => packed >> 12;

/** Text as extracts show it: the summary is the first paragraph. */
export function bodyOf(entry: SearchEntry): string {
  return [entry.summary, entry.text].filter(Boolean).join("\n\n");
}

class EntryAnalysis {
  readonly words: number[] = [];
  readonly bag = new Map<number, number>();
  readonly layout = new VarintWriter();
  private readonly language: string;
  private readonly known: Map<string, NumberedWord>;

  constructor(
    language: string,
    private readonly numbering: Numbering,
  ) {
    this.language = baseLanguage(language);
    this.known = numbering.known.get(this.language) ?? new Map();
    numbering.known.set(this.language, this.known);
  }

  /** Reads one field; returns how many words of it count towards its length. */
  field(text: string, one: number, { keepsStops = false, inOrder = true, hasLayout = false }): number {
    let length = 0;
    let lastEnd = 0;
    let lastWord = "";
    let paragraphEnd = text.indexOf("\n\n");
    eachWord(text, (word, start) => {
      if (paragraphEnd >= 0 && start > paragraphEnd) {
        this.words.push(0);
        if (hasLayout) this.place(0, 0);
        paragraphEnd = text.indexOf("\n\n", start);
      }
      const numbered = this.numbered(word);
      if (inOrder) this.words.push(numbered.id);
      if (hasLayout) this.place(start - lastEnd, word.length);
      if (keepsStops || !numbered.stop) {
        length += 1;
        this.count(numbered, one);
      }
      // `multi-level` is also found as `multilevel`.
      if (start === lastEnd + 1 && text[lastEnd] === "-") this.count(this.numbered(lastWord + word), one);
      lastEnd = start + word.length;
      lastWord = word;
    });
    return length;
  }

  private place(gap: number, length: number): void {
    this.layout.write(gap);
    this.layout.write(length);
  }

  private numbered(word: string): NumberedWord {
    let numbered = this.known.get(word);
    if (!numbered) {
      const analysed = analyseWord(word, this.language);
      numbered = { ...analysed, id: this.numbering.wordId(analysed.surface), term: 0 };
      this.known.set(word, numbered);
    }
    return numbered;
  }

  private count(word: NumberedWord, one: number): void {
    if (word.term === 0) {
      word.term = this.numbering.wordId(word.stem);
      this.numbering.pair(word.term, word.id);
    }
    const { term } = word;
    const packed = this.bag.get(term) ?? 0;
    const full =
      one === oneOfBody
        ? bodyFrequency(packed) === 127
        : one === oneOfTitle
          ? titleFrequency(packed) === 31
          : keywordFrequency(packed) === 15;
    if (!full) this.bag.set(term, packed + one);
  }
}

/** Analyses an entry. `layout` tells where each word of title and body stands in its text, for marks and extracts. */
export function analyseEntry(entry: SearchEntry, numbering: Numbering): { analysed: AnalysedEntry; layout: Buffer } {
  const analysis = new EntryAnalysis(entry.language, numbering);
  const titleLength = analysis.field(entry.title, oneOfTitle, { keepsStops: true, hasLayout: true });
  const titleWords = analysis.words.length;
  for (const name of entry.names) {
    analysis.words.push(0);
    analysis.field(name, oneOfTitle, { keepsStops: true });
  }
  analysis.words.push(0);
  const headWords = analysis.words.length;
  const bodyLength = analysis.field(bodyOf(entry), oneOfBody, { hasLayout: true });
  for (const keyword of entry.keywords ?? []) analysis.field(keyword, oneOfKeywords, { inOrder: false });
  const terms = [...analysis.bag.keys()].sort((a, b) => a - b);
  const facetValues = facetNames.flatMap((facet, number) =>
    [...new Set(entry.facets[facet])].map((value) => numbering.facetValueId(number, value)),
  );
  return {
    analysed: {
      words: analysis.words,
      titleWords,
      headWords,
      terms,
      frequencies: terms.map((term) => analysis.bag.get(term) ?? 0),
      titleLength,
      bodyLength,
      facetValues,
    },
    layout: analysis.layout.take(),
  };
}
