import { facetNames, type SearchEngine, type SearchQuery, type SearchResult } from "../port";
import type { QueryReader, ReadQuery } from "../query/read-query";
import { connect } from "./connection.server";
import type { EntryDocument } from "./document";
import { isMissing, readDocuments } from "./entry-index.server";
import { SearchRequests } from "./search-requests.server";
import { Searcher } from "./searcher.server";

export interface SearchServer {
  url: string;
  key: string;
  index: string;
  /** No request waits longer than this. */
  timeoutMs: number;
}

export interface ServerAnswer extends Omit<SearchResult, "tookMs"> {
  /** Milliseconds that the server says it has taken for searches, in all. */
  serverMs: number;
}

/** Entries with a phrase are named one by one in a filter, up to so many. */
const mostPhraseKeys = 2000;

/** Searches an index on a server, with an embedded engine over the same entries beside it that reads, ranks and shows. */
export class ServerSearch {
  private readonly requests: SearchRequests;
  private readonly searcher: Searcher;

  constructor(
    { url, key, index, timeoutMs }: SearchServer,
    private readonly reader: QueryReader & Pick<SearchEngine, "search">,
  ) {
    const documents = connect({ url, key, timeoutMs }).index<EntryDocument>(index);
    this.requests = new SearchRequests({ url, key, timeoutMs });
    this.searcher = new Searcher(this.requests, index, reader, (ids) => readDocuments(documents, ids));
  }

  async search(query: SearchQuery): Promise<ServerAnswer> {
    const answer = await this.answer(query);
    return { ...answer, engine: "meilisearch", serverMs: this.searcher.serverMs };
  }

  close(): void {
    this.requests.close();
  }

  private async answer(query: SearchQuery): Promise<Omit<SearchResult, "tookMs" | "engine">> {
    const read = await this.reader.readQuery(query.text, query.language);
    // The embedded engine holds the same entries; so many keys would make a filter that takes seconds.
    if (phraseKeys(read) > mostPhraseKeys) return this.reader.search(query);
    try {
      return await this.searcher.search(query, read);
    } catch (error) {
      if (isMissing(error)) return nothingFound(query);
      throw error;
    }
  }
}

const phraseKeys = ({ withPhrases, withoutPhrases }: ReadQuery) => (withPhrases?.length ?? 0) + withoutPhrases.length;

/** What an index that is not there, not yet or not any more, answers: as if it were empty. */
const nothingFound = ({ countFacets = facetNames }: SearchQuery) => ({
  total: 0,
  hits: [],
  facets: Object.fromEntries(countFacets.map((facet) => [facet, []])),
  corrections: [],
  alsoSearched: [],
});
