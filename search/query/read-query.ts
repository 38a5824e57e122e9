import type { QueryPlan } from "../sqlite/query-plan";

/** A query as an index reads it, to be run on another index of the same entries. Plain data: it passes between threads. */
export interface ReadQuery {
  plan: QueryPlan;
  /** The words behind the numbers of the plan. */
  words: Map<number, string>;
  /** By stem of the plan: the written words that have it. */
  written: Map<number, string[]>;
  /** Entries with all quoted phrases; null when none was quoted. */
  withPhrases: string[] | null;
  /** Entries with an excluded phrase. */
  withoutPhrases: string[];
  /** What ranking knows of the whole index. */
  totals: { count: number; titleLength: number; bodyLength: number };
}

/** Reads queries by a vocabulary of the same entries: stems, corrections, synonyms, how rare words are. */
export interface QueryReader {
  readQuery(text: string, language: string): Promise<ReadQuery>;
}
