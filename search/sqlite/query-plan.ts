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

/** What an entry must have for a word: any of its stems, or all words of an alternative. */
export interface Need {
  variants: Variant[];
  choices: Variant[][][];
  /** No more entries than this can have it. */
  most: number;
}

/** A query ready to run: its words are numbers. */
export interface QueryPlan {
  /** The text has no word in it: every entry matches. */
  everything: boolean;
  concepts: Concept[];
  alternatives: Alternatives[];
  /** One for each word, those of phrases too: an entry with all of them matches best. */
  allNeeds: Need[];
  /** Those of the words that tell something: any of them will do where too few entries have all. */
  anyNeeds: Need[];
  /** Those of phrases alone. */
  phraseNeeds: Need[];
  /** Entries with any of these are left out. */
  excluded: Variant[];
  /** Sequences of written words that must stand in an entry. */
  phrases: number[][];
  /** Sequences that must not. */
  excludedPhrases: number[][];
  /** The whole text as a sequence of written words, to know a title typed in full; empty when a word is nowhere. */
  sequence: number[];
  corrections: { typed: string; read: string }[];
  alsoSearched: string[];
  /** The language of its function words; null when it has none that tell. */
  language: string | null;
}
