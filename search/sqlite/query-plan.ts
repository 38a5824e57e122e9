/** A stem to look for, and what finding it is worth beside the word as typed. */
export interface Variant {
  term: number;
  weight: number;
}

/** What stands for one word: any of its variants will do. */
export interface WordTerms {
  variants: Variant[];
  /** Rare words tell more than common ones. */
  idf: number;
  /** How many entries have it, at most. */
  documents: number;
}

/** A word of the query that ranking counts. */
export interface Concept {
  terms: WordTerms;
  /** The word itself as written in the index; 0 when it is not there. */
  surface: number;
  /** A word typed twice counts twice. */
  times: number;
  /** How many words after the one before it: more than 1 with function words between. */
  gap: number;
}

/** Other words for a run of the query's words, from the thesaurus. All words of an alternative must be in an entry. */
export interface Alternatives {
  concepts: number[];
  choices: { words: WordTerms[]; gaps: number[]; term: string }[];
}

/** A query ready to run: words are numbers, and FTS5 expressions are written. */
export interface QueryPlan {
  /** The text has no word in it: every entry matches. */
  everything: boolean;
  concepts: Concept[];
  alternatives: Alternatives[];
  /** All words, or what stands for them; null when one of them is nowhere. */
  matchAll: string | null;
  /** Any of the words that tell something; null when all are nowhere. */
  matchAny: string | null;
  /** Entries with any of these are left out; null for none. */
  excluded: string | null;
  /** Sequences of written words that must stand in an entry. */
  phrases: number[][];
  /** Sequences that must not. */
  excludedPhrases: number[][];
  /** The whole text as a sequence of written words, to know a title typed in full; empty when a word is nowhere. */
  sequence: number[];
  corrections: { typed: string; read: string }[];
  alsoSearched: string[];
}
