import type { MarkedText, SearchEngine, SearchQuery, SearchResult } from "~search/port";
import type { Thesaurus } from "~search/query/thesaurus";

/** Makes an empty engine; whoever makes it sees to its end. */
export type EngineFactory = (options: { thesaurus: Thesaurus }) => Promise<SearchEngine>;

/** Ways to ask the engine under test, which is filled once. */
export interface Questions {
  engine: () => SearchEngine;
  search: (given: Partial<SearchQuery>) => Promise<SearchResult>;
  ids: (text: string, given?: Partial<SearchQuery>) => Promise<string[]>;
}

export const aQuery = (given: Partial<SearchQuery> = {}): SearchQuery => ({
  text: "",
  filters: {},
  sort: "relevance",
  page: 1,
  perPage: 20,
  language: "en",
  ...given,
});

export const plain = (marked: MarkedText) => marked.map(({ text }) => text).join("");
export const markedWords = (marked: MarkedText) => marked.filter((piece) => piece.marked).map(({ text }) => text);
