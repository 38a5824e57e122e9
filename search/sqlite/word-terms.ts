import { analyseWord } from "../analysis/analyse-word";
import { baseLanguage, scriptOf, scriptOfLanguage } from "../analysis/script";
import { hasStemmer } from "../analysis/stem";
import type { IndexColumnsView } from "./index-view";
import type { Variant, WordTerms } from "./query-plan";

/** Prefixes stand for this many of the words that they begin, the most frequent ones. */
const mostContinuations = 60;
const continuationWeight = 0.6;
/** What counts more than this is the word itself, or as good as. */
const tellingWeight = 0.6;
/** What the stem counts that a word has in other languages than the query's own, where it has one there. */
const foreignWeight = 0.3;

/** Words of one kin: how much of their beginning they share, how long what follows may be, and what another form counts. */
const kin = { sharedBeginning: 0.7, shortestBeginning: 5, longestEnding: 5, weight: 0.25 };
/** What a part of a word counts, or a longer word, in scripts without spaces. */
const parts = { weight: 0.3 };
/** Parts of an unknown compound. */
const halves = { shortest: 4, weight: 0.4 };

/** Looks words up in an index: which stems stand for them. */
export class WordLookup {
  private readonly entryLanguages: ReadonlySet<string>;
  private readonly languages: string[];

  constructor(private readonly index: IndexColumnsView) {
    const counted = [...index.columns.languageCounts].filter(([, count]) => count > 0).map(([language]) => language);
    this.entryLanguages = new Set(counted.map(baseLanguage));
    this.languages = [...this.entryLanguages].filter(hasStemmer);
  }

  hasEntriesIn(language: string): boolean {
    return this.entryLanguages.has(language);
  }

  /** The word's stems in every language of its script that the index holds, and those it was met with. */
  stemsOf(word: string, surface: string, own: string | null = null): Variant[] {
    const { vocabulary } = this.index;
    const terms = new Set<number>();
    const script = scriptOf(surface);
    const add = (term: number | undefined) => {
      if (term !== undefined && (vocabulary.documents[term] as number) > 0) terms.add(term);
    };
    for (const language of this.languages) {
      if (scriptOfLanguage(language) === script) add(vocabulary.idOf(analyseWord(word, language).stem));
    }
    const known = vocabulary.idOf(surface);
    if (known !== undefined) {
      add(known);
      for (const term of vocabulary.stems(known)) add(term);
    }
    const ownTerm = own && this.entryLanguages.has(own) ? vocabulary.idOf(analyseWord(word, own).stem) : undefined;
    const others = ownTerm !== undefined && terms.has(ownTerm) ? foreignWeight : 1;
    return [...terms].map((term) => ({ term, weight: term === ownTerm ? 1 : others }));
  }

  /** What stands for a word of the thesaurus: its stem in its own language, and those that it was met with. */
  termsOfSynonym(word: { surface: string; stem: string }, language: string): Variant[] {
    const { vocabulary, columns } = this.index;
    const known = vocabulary.idOf(word.surface);
    const terms = new Set(known === undefined ? [] : vocabulary.stems(known));
    const stem = vocabulary.idOf(word.stem);
    if (stem !== undefined && (columns.languageCounts.get(language) ?? 0) > 0) terms.add(stem);
    return [...terms].filter((term) => (vocabulary.documents[term] as number) > 0).map((term) => ({ term, weight: 1 }));
  }

  /** Stems of the words that a prefix begins; empty when it is a word of its own that its continuations hardly outnumber. */
  continuationsOf(prefix: string, known: Variant[]): Variant[] {
    const { vocabulary } = this.index;
    const own = vocabulary.idOf(prefix);
    const ownCount = own === undefined ? 0 : (vocabulary.occurrences[own] as number);
    const count = (word: number) => vocabulary.occurrences[word] as number;
    const words = vocabulary.withPrefix(prefix).filter((word) => word !== own);
    const total = words.reduce((sum, word) => sum + count(word), 0);
    if (ownCount > 0 && total < 10 * ownCount) return [];
    const weight = ownCount > 0 ? continuationWeight : 1;
    const taken = new Set(known.map((variant) => variant.term));
    const variants: Variant[] = [];
    for (const word of words.sort((a, b) => count(b) - count(a)).slice(0, mostContinuations)) {
      for (const term of vocabulary.stems(word)) {
        if (taken.has(term) || vocabulary.documents[term] === 0) continue;
        taken.add(term);
        variants.push({ term, weight });
      }
    }
    return variants;
  }

  /** Stems of words that begin like this one and end otherwise: forms that the stemmer does not join. */
  kinOf(surface: string, known: Variant[]): Variant[] {
    const { vocabulary } = this.index;
    const shared = Math.max(kin.shortestBeginning, Math.ceil(kin.sharedBeginning * surface.length));
    if (surface.length <= shared) return [];
    const taken = new Set(known.map(({ term }) => term));
    const variants: Variant[] = [];
    for (const word of vocabulary.withPrefix(surface.slice(0, shared))) {
      if (vocabulary.wordOf(word).length - shared > kin.longestEnding) continue;
      for (const term of vocabulary.stems(word)) {
        if (taken.has(term) || vocabulary.documents[term] === 0) continue;
        taken.add(term);
        variants.push({ term, weight: kin.weight });
      }
    }
    return variants.slice(0, mostContinuations);
  }

  /**
   * What a word of a script without spaces is cut into, or is a part of, where the index knows it so: dictionaries cut the same
   * signs differently from sentence to sentence.
   */
  partsOf(surface: string, known: Variant[]): Variant[] {
    const { vocabulary } = this.index;
    const taken = new Set(known.map(({ term }) => term));
    const variants: Variant[] = [];
    const add = (word: number, weight: number) => {
      for (const term of vocabulary.stems(word)) {
        if (taken.has(term) || vocabulary.documents[term] === 0) continue;
        taken.add(term);
        variants.push({ term, weight });
      }
    };
    for (const word of vocabulary.withPrefix(surface)) {
      add(word, (parts.weight * surface.length) / vocabulary.wordOf(word).length);
    }
    for (let length = surface.length - 1; length >= 1; length--) {
      for (let start = 0; start + length <= surface.length; start++) {
        const id = vocabulary.idOf(surface.slice(start, start + length));
        if (id !== undefined && (length > 1 || known.length === 0)) add(id, (parts.weight * length) / surface.length);
      }
    }
    return variants.slice(0, mostContinuations);
  }

  /** The known words that an unknown one begins and ends with: `Friedhofsverwaltung` is about a `Verwaltung`. */
  halvesOf(surface: string): Variant[] {
    const { vocabulary } = this.index;
    const stems = (part: string) => {
      const id = vocabulary.idOf(part);
      return id === undefined ? [] : vocabulary.stems(id).filter((term) => (vocabulary.documents[term] as number) > 0);
    };
    const lengths = Array.from({ length: Math.max(0, surface.length - 2 * halves.shortest + 1) }, (_, i) => i);
    const longest = (part: (length: number) => string) =>
      lengths.map((less) => stems(part(surface.length - halves.shortest - less))).find((found) => found.length > 0) ??
      [];
    const terms = new Set([
      ...longest((length) => surface.slice(0, length)),
      ...longest((length) => surface.slice(surface.length - length)),
    ]);
    return [...terms].map((term) => ({ term, weight: halves.weight }));
  }

  toTerms(variants: Variant[]): WordTerms {
    const total = this.index.columns.count;
    const sum = (some: Variant[]) =>
      some.reduce((all, { term }) => all + (this.index.vocabulary.documents[term] as number), 0);
    // How rare a word is, is told by the word itself and what it is in other languages: synonyms must not make it common.
    const own = variants.filter(({ weight }) => weight > tellingWeight);
    const telling = Math.min(sum(own.length > 0 ? own : variants), total);
    const documents = Math.min(sum(variants), total);
    return { variants, documents, idf: Math.log(1 + (total - telling + 0.5) / (telling + 0.5)) };
  }
}
