import { z } from "zod";
import { type AnalysedWord, analyseWord } from "../analysis/analyse-word";

/** Terms that mean the same, by language (two letters). */
export interface SynonymGroup {
  terms: { language: string; term: string }[];
}
export type Thesaurus = readonly SynonymGroup[];

const groupsSchema = z.array(z.record(z.string(), z.union([z.array(z.string()), z.string()])));

/**
 * Reads the list of `seeds/thesaurus.yaml`: groups of `{en: [...], fr: [...]}`; keys that are no language are left out.
 * @throws ZodError when it has another shape.
 */
export function parseThesaurus(value: unknown): Thesaurus {
  return groupsSchema.parse(value ?? []).map((group) => ({
    terms: Object.entries(group)
      .filter(([key]) => /^[a-z]{2}$/.test(key))
      .flatMap(([language, terms]) => [terms].flat().map((term) => ({ language, term }))),
  }));
}

/** A term as searched for: a word for each place, function words left out. */
export interface Synonym {
  term: string;
  language: string;
  words: { surface: string; stem: string }[];
  /** For each word, how many words after the one before it. */
  gaps: number[];
}

/** A run of words in a query that the thesaurus knows, and what else to search for. */
export interface ThesaurusMatch {
  /** Places in the list of words: first, and one after the last. */
  start: number;
  end: number;
  /** The languages that have the run as a term. */
  languages: string[];
  synonyms: Synonym[];
}

/** The thesaurus made ready: finds terms as written in any language, and by their stems in their own. */
export class ThesaurusIndex {
  private readonly groups: Synonym[][];
  private readonly groupsOfKey = new Map<string, number[]>();
  private readonly languages: string[];
  /** Words of the longest term, function words too. */
  private readonly longest: number;
  /** All words of its terms, folded: not to be taken for typing errors. */
  readonly surfaces: ReadonlySet<string>;
  private readonly stems: ReadonlySet<string>;

  constructor(thesaurus: Thesaurus) {
    this.groups = thesaurus.map((group) => group.terms.map(toSynonym).filter((synonym) => synonym.words.length > 0));
    const lengthOf = ({ gaps }: Synonym) => gaps.reduce((sum, gap) => sum + gap, 0);
    this.longest = Math.max(0, ...this.groups.flat().map(lengthOf));
    this.languages = [...new Set(this.groups.flat().map((synonym) => synonym.language))];
    this.surfaces = new Set(this.groups.flat().flatMap((synonym) => synonym.words.map((word) => word.surface)));
    const wordsOf = ({ words, language }: Synonym) => words.map((word) => stemKey([word], language));
    this.stems = new Set(this.groups.flat().flatMap(wordsOf));
    for (const [number, group] of this.groups.entries()) {
      for (const synonym of group) {
        const { words, language } = synonym;
        const asWritten = keyOf(words, "surface");
        // Some stems are whole words: Spanish `mujeres` has the stem `mujer`, which has another.
        for (const key of [stemKey(words, language), `${language}: ${asWritten}`, asWritten]) {
          const groups = this.groupsOfKey.get(key) ?? [];
          if (!groups.includes(number)) this.groupsOfKey.set(key, [...groups, number]);
        }
      }
    }
  }

  /** Whether a word, in one of its forms, is a word of a term in any language. */
  hasWord(word: string): boolean {
    return this.languages.some((language) => this.stems.has(stemKey([analyseWord(word, language)], language)));
  }

  /** Finds terms in a query's words, the longest first, none overlapping; those of the query's language before others. */
  find(words: readonly string[], own = ""): ThesaurusMatch[] {
    const matches: ThesaurusMatch[] = [];
    if (this.groups.length === 0) return matches;
    const ownFirst = [...this.languages].sort((a, b) => Number(b === own) - Number(a === own));
    const analysed = ownFirst.map((language) => ({
      language,
      words: words.map((word) => analyseWord(word, language)),
    }));
    for (let start = 0; start < words.length; ) {
      const match = this.longestFrom(start, analysed);
      if (match) matches.push(match);
      start = match?.end ?? start + 1;
    }
    return matches;
  }

  private longestFrom(start: number, analysed: { language: string; words: AnalysedWord[] }[]): ThesaurusMatch | null {
    const count = analysed[0]?.words.length ?? 0;
    for (let end = Math.min(count, start + this.longest); end > start; end--) {
      const runs = analysed.flatMap(({ language, words }) => {
        // A term neither begins nor ends with a function word.
        if (words[start]?.stop || words[end - 1]?.stop) return [];
        const content = words.slice(start, end).filter((word) => !word.stop);
        return [{ language, stems: stemKey(content, language), surfaces: keyOf(content, "surface") }];
      });
      // A term as it is written, in whatever language, is surer than a stem: so a query finds the same for every reader.
      const run =
        runs.find(({ language, surfaces }) => this.groupsOfKey.has(`${language}: ${surfaces}`)) ??
        runs.find(({ stems }) => this.groupsOfKey.has(stems));
      if (!run) continue;
      const groups = new Set([run.stems, run.surfaces].flatMap((key) => this.groupsOfKey.get(key) ?? []));
      const synonyms = [...groups].flatMap((group) => this.groups[group] ?? []);
      const isRun = (synonym: Synonym) =>
        stemKey(synonym.words, synonym.language) === run.stems || keyOf(synonym.words, "surface") === run.surfaces;
      const languages = synonyms.filter(isRun).map((synonym) => synonym.language);
      return { start, end, languages, synonyms: withoutTwins(synonyms.filter((synonym) => !isRun(synonym))) };
    }
    return null;
  }
}

function keyOf(words: { surface: string; stem: string }[], part: "surface" | "stem"): string {
  return words.map((word) => word[part]).join(" ");
}

/** Stems of two languages may be the same string and mean different things: Spanish `barrio` is no `barrier`. */
function stemKey(words: { surface: string; stem: string }[], language: string): string {
  return `${language}: ${keyOf(words, "stem")}`;
}

function toSynonym({ language, term }: { language: string; term: string }): Synonym {
  const all = [...term.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].map(([word]) => analyseWord(word, language));
  const places = all.flatMap((word, place) => (word.stop ? [] : [place]));
  return {
    term,
    language,
    words: all.filter((word) => !word.stop),
    gaps: places.map((place, i) => place - (places[i - 1] ?? place - 1)),
  };
}

function withoutTwins(synonyms: Synonym[]): Synonym[] {
  const seen = new Set<string>();
  return synonyms.filter((synonym) => {
    const key = keyOf(synonym.words, "stem");
    return !seen.has(key) && seen.add(key);
  });
}
