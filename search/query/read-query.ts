import type { SearchHit, SearchQuery } from "../port";
import type { QueryPlan } from "../sqlite/query-plan";

/** A query as an index reads it, to be run on another index of the same entries. Plain data: it passes between threads. */
export interface ReadQuery {
  plan: QueryPlan;
  /** The stems behind the numbers of the plan. */
  stems: Map<number, string>;
  /** Whether an entry must have all words, as enough entries do; else any of them will do. */
  mustHaveAll: boolean;
  /** Entries with all quoted phrases; null when none was quoted. */
  withPhrases: string[] | null;
  /** Entries with an excluded phrase. */
  withoutPhrases: string[];
}

/** Entries that another index has found for a query. */
export interface FoundElsewhere extends Pick<SearchQuery, "text" | "language" | "extract" | "hitFacets"> {
  ids: string[];
  /** Put them in this order and show a part; else all are shown in the order that they have. */
  sorted?: { by: "relevance" | "title"; from: number; count: number };
}

/** Reads queries by a vocabulary of the same entries (stems, corrections, synonyms, how rare words are), and ranks and shows what was found. */
export interface QueryReader {
  readQuery(text: string, language: string): Promise<ReadQuery>;
  /** An id in the place of an entry that is not in the index, or not yet: those come last. */
  showFound(found: FoundElsewhere): Promise<(SearchHit | string)[]>;
}
