import type { EntryKind } from "~db/schema/entry";

/** The facets of a search: the same names in addresses, API and index. */
export const facetNames = [
  "type",
  "theme",
  "right",
  "group",
  "sdg",
  "tool",
  "recommendation",
  "region",
  "country",
  "city",
  "document",
  "year",
  "language",
  "evidence",
  "review",
] as const;
export type FacetName = (typeof facetNames)[number];

export const searchSorts = ["relevance", "date", "title"] as const;
export type SearchSort = (typeof searchSorts)[number];
/** `distance` is for queries with `near`. */
export type SearchQuerySort = SearchSort | "distance";

/** What the index knows of an entry. Built from the database only (search/documents.server.ts), never kept elsewhere. */
export interface SearchEntry {
  id: string;
  kind: EntryKind;
  /** BCP 47 of title, summary and text: chooses the stemmer. */
  language: string;
  title: string;
  /** Other names that count as title: acronyms, aliases, names in other languages. */
  names: string[];
  summary: string;
  /** Plain text, paragraphs parted by an empty line. */
  text: string;
  /** Names of its themes, places and the like: found, but weakly, and never shown in extracts. */
  keywords?: string[];
  /** The address of its page, from the root. */
  url: string;
  /** ISO 8601, as exact as it is known; sorts by date. */
  date: string | null;
  /**
   * Values by facet. Hierarchies carry their ancestors: `sdg: ["16", "16.7"]`, `region: ["africa", "western-africa"]`.
   * `type` holds the kind.
   */
  facets: Record<FacetName, string[]>;
  location: { latitude: number; longitude: number } | null;
}

export interface SearchQuery {
  /** As typed: words, "quoted phrases", -excluded words. Empty: everything. */
  text: string;
  /** Values of one facet widen (or), facets narrow (and). */
  filters: Partial<Record<FacetName, string[]>>;
  /** ISO 8601, as exact as one likes, both ends included: `2019` … `2023-02` is from 2019-01-01 to 2023-02-28. Entries without a date are left out. */
  dates?: { from?: string; to?: string };
  /** Only what lies within so many kilometres of a place; entries without a place are left out. */
  near?: { latitude: number; longitude: number; km: number };
  /** `distance` needs `near`, and is read as relevance without it. */
  sort: SearchQuerySort;
  /** From 1. */
  page: number;
  perPage: number;
  /** The reader's language. */
  language: string;
  /** Facets to count; all of them unless told. */
  countFacets?: readonly FacetName[];
  /** Facets whose values the hits carry; all of them unless told. */
  hitFacets?: readonly FacetName[];
  /** `best`: the passage that answers best (unless told). `whole`: all of summary and text, to mark words on a page. */
  extract?: "best" | "whole";
}

/** Text in pieces, the matched ones marked: rendered as text nodes, so that no markup can slip through. */
export type MarkedText = { text: string; marked: boolean }[];

export interface SearchHit {
  id: string;
  kind: EntryKind;
  title: MarkedText;
  extract: MarkedText;
  url: string;
  language: string;
  date: string | null;
  score: number;
  facets: Partial<Record<FacetName, string[]>>;
}

export interface FacetCount {
  value: string;
  count: number;
}

export interface SearchResult {
  /** Exact. */
  total: number;
  hits: SearchHit[];
  /** By count, then value. Counts of a facet ignore that facet's own filter (disjunctive). */
  facets: Partial<Record<FacetName, FacetCount[]>>;
  /** Words that were read as others ("showing results for …"); empty when the query was taken as typed. */
  corrections: { typed: string; read: string }[];
  /** Synonyms from the thesaurus that were searched for too. */
  alsoSearched: string[];
  engine: EngineName;
  /** Set when this engine stands in for another that does not answer. */
  fallback?: boolean;
  /** Milliseconds from question to answer. */
  tookMs: number;
}

export interface Suggestion {
  id: string;
  kind: EntryKind;
  title: MarkedText;
  url: string;
}

export const engineNames = ["sqlite", "meilisearch"] as const;
export type EngineName = (typeof engineNames)[number];

/** An entry as the index holds it: `hash` is `entryHash` (search/entry-hash.server.ts) of what was put. */
export interface IndexedEntry {
  id: string;
  hash: string;
}

/** The port that every engine implements; tests/contracts/search-engine.ts says how it behaves. */
export interface SearchEngine {
  readonly name: EngineName;
  search(query: SearchQuery): Promise<SearchResult>;
  /** Entries whose title or names match what has been typed so far, best first. */
  suggest(typed: string, options: { language: string; limit: number }): Promise<Suggestion[]>;
  /** The text with words that the index has in the place of words spelt nearly like them, closest first. */
  spellings(text: string, options: { limit: number }): Promise<string[]>;
  /**
   * "More like this": the published entries that say most of what an entry says, best first, never the entry itself. At most half
   * of them come from the entry's own document. Empty when the index does not hold the entry. Nothing is marked in the hits.
   */
  similar(id: string, options: { limit: number; kinds?: EntryKind[] }): Promise<SearchHit[]>;
  /** Adds or replaces, all or none. */
  put(entries: SearchEntry[]): Promise<void>;
  remove(ids: string[]): Promise<void>;
  /**
   * Replaces the whole index; the old one answers until the new one is complete, and stays whole if this fails or is killed.
   * Changes that come meanwhile are in the new one too. Entries that it cannot take may be left out. `onProgress` is told the number of entries written so far.
   */
  rebuild(
    entries: AsyncIterable<SearchEntry> | Iterable<SearchEntry>,
    onProgress?: (written: number) => void,
  ): Promise<void>;
  /** Whether the index was never filled, or is of an older format, analysis or thesaurus: `rebuild` it. */
  needsRebuild(): Promise<boolean>;
  /** Every entry that the index holds, by id. */
  contents(): Promise<IndexedEntry[]>;
  count(): Promise<number>;
  close(): Promise<void>;
}

/** What pages ask of an engine. */
export type AnsweringEngine = Pick<SearchEngine, "name" | "search" | "suggest" | "spellings" | "similar">;

/** What is written so far of a practice or case study. */
export interface LinkDraft {
  /** BCP 47 */
  language: string;
  title: string;
  texts: readonly string[];
  /** Its terms: `theme:housing`, `sdg:11.1`. */
  codes: readonly string[];
  /** What it links to already: is not suggested, and leads to what is related to it. */
  linked: readonly string[];
}

/** A recommendation or tool that a draft may be meant to be linked to. */
export interface LinkSuggestion {
  id: string;
  kind: "provision" | "tool";
  /** From 0 to 1: how likely it is that the authors would make the link. */
  chance: number;
  /** The words of the draft that led to it, and those of the target that they met. */
  draft: MarkedText;
  target: MarkedText;
  /** Terms that both have. */
  codes: string[];
  /** How many of the published entries most like the draft link to it. */
  neighbours: number;
  /** What the draft links to already, and to which this one is related. */
  linkedRelated: string | null;
}

export interface SuggestLinksOptions {
  /** The most of each kind. */
  limit?: number;
  /** Those that are less likely stay away. */
  leastChance?: number;
  /** Not wanted. */
  dismissed?: readonly string[];
}

/** Suggests what a draft may be linked to, the likeliest first; nothing without a word of the draft that led to it. */
export interface LinkSuggester {
  suggest(draft: LinkDraft, options?: SuggestLinksOptions): Promise<LinkSuggestion[]>;
}
