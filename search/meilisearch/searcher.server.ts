import type { SearchHit, SearchQuery, SearchResult } from "../port";
import { isPlace } from "../query/distance";
import type { QueryReader, ReadQuery } from "../query/read-query";
import { type CandidateQuery, candidateQueries, fuse, mostBesides, mostCandidates } from "./candidates";
import { type Answer, type Ask, countQueries, readCounts } from "./counts";
import { documentKey } from "./encode";
import { allOf, oneOf } from "./filters";
import { type Asked, mostMatches, whatToFind } from "./matching";
import type { SearchRequests } from "./search-requests.server";
import { type Shown, showDocument } from "./show-document";

/** Up to so many, titles are compared as the reader's language does. */
const fewTitles = 2000;

interface Found extends Pick<SearchResult, "total" | "facets" | "hits"> {}

/** Answers searches from one index on a server, which filters and counts; the reader ranks and shows what is found. */
export class Searcher {
  /** What the server itself says that it took, in all, of requests at once the longer: the rest is ours. */
  serverMs = 0;

  constructor(
    private readonly requests: Pick<SearchRequests, "multiSearch">,
    private readonly index: string,
    private readonly reader: QueryReader,
    /** What the server holds of entries. */
    private readonly documents: (ids: string[]) => Promise<Shown[]>,
  ) {}

  async search(query: SearchQuery, read: ReadQuery): Promise<Omit<SearchResult, "tookMs" | "engine">> {
    const { plan } = read;
    const asked = whatToFind(query, read);
    const byRelevance = query.sort === "relevance" || (query.sort === "distance" && !query.near);
    const found = await (byRelevance && !plan.everything
      ? this.byRelevance(query, read, asked)
      : this.sorted(query, asked));
    return { ...found, corrections: plan.corrections, alsoSearched: plan.alsoSearched };
  }

  /** Candidates are ranked; what comes after them stands in the order that ties have. */
  private async byRelevance(query: SearchQuery, read: ReadQuery, asked: Asked): Promise<Found> {
    // Few are all ranked: they come with the counts.
    const all = mostMatches(asked) <= mostCandidates;
    const besides = all ? mostCandidates : asked.mustHaveAll ? mostBesides : 0;
    const [best, counts] = await Promise.all([
      all ? { ids: [], serverMs: 0 } : this.candidates(candidateQueries(read, asked)),
      this.counts(query, asked, besides),
    ]);
    this.serverMs += Math.max(best.serverMs, counts.serverMs);
    const { total, facets } = counts;
    const ids = [...new Set([...best.ids, ...counts.ids])];
    const hits = await this.show(query, ids, "relevance");
    const from = (query.page - 1) * query.perPage;
    const missing = Math.min(query.perPage, total - from) - hits.length;
    if (missing > 0) {
      const others = await this.beyond(asked, ids, Math.max(0, from - ids.length), missing);
      hits.push(...(await this.show(query, others)));
    }
    return { total, facets, hits };
  }

  private async candidates(queries: CandidateQuery[]) {
    const answers = await this.post(queries.map(({ ask }) => ({ ...ask, attributesToRetrieve: ["id"] })));
    const lists = answers.map((answer, i) => ({ ids: idsOf(answer), weight: queries[i]?.weight ?? 0 }));
    return { ids: fuse(lists), serverMs: msOf(answers) };
  }

  /** The total and the counts, with the first of what matches in the order of ties. */
  private async counts(query: SearchQuery, asked: Asked, limit: number) {
    const [main = {}, ...others] = countQueries(query, asked);
    const answers = await this.post([{ ...main, limit, sort: ["tie:desc"], attributesToRetrieve: ["id"] }, ...others]);
    return { ...readCounts(answers, query), ids: idsOf(answers[0]), serverMs: msOf(answers) };
  }

  private async beyond(asked: Asked, candidates: string[], offset: number, limit: number): Promise<string[]> {
    const others = candidates.length > 0 ? `NOT ${oneOf("key", candidates.map(documentKey))}` : "";
    const filter = allOf([asked.matching, asked.narrow, others]);
    const [answer] = await this.ask([
      { q: "", filter, offset, limit, sort: ["tie:desc"], attributesToRetrieve: ["id"] },
    ]);
    return idsOf(answer);
  }

  /** Entries as hits; `by`: the page's part of them. Those that the reader does not hold, which are new, stand as the server has them. */
  private async show(query: SearchQuery, ids: string[], by?: "relevance" | "title"): Promise<SearchHit[]> {
    if (ids.length === 0) return [];
    const { text, language, extract, hitFacets, page, perPage: count } = query;
    const sorted = by && { by, from: (page - 1) * count, count };
    const found = await this.reader.showFound({ text, language, extract, hitFacets, ids, sorted });
    const unknown = found.filter((one) => typeof one === "string");
    const documents = unknown.length > 0 ? await this.fetch(unknown) : new Map<string, SearchHit>();
    return found.flatMap((one) => (typeof one === "string" ? (documents.get(one) ?? []) : one));
  }

  private async fetch(ids: string[]): Promise<Map<string, SearchHit>> {
    const documents = await this.documents(ids);
    return new Map(documents.map((document) => [document.id, showDocument(document)]));
  }

  private async sorted(query: SearchQuery, asked: Asked): Promise<Found> {
    const [main = {}, ...others] = countQueries(query, asked);
    const offset = (query.page - 1) * query.perPage;
    const page = { offset, limit: query.perPage, sort: sortOf(query), attributesToRetrieve: ["id"] };
    const answers = await this.ask([{ ...main, ...page }, ...others]);
    const { total, facets } = readCounts(answers, query);
    if (query.sort !== "title" || total > fewTitles) {
      return { total, facets, hits: await this.show(query, idsOf(answers[0])) };
    }
    const [all] = await this.ask([{ q: "", filter: main.filter, limit: total, attributesToRetrieve: ["id"] }]);
    return { total, facets, hits: await this.show(query, idsOf(all), "title") };
  }

  private async ask(queries: Ask[]): Promise<Answer[]> {
    const answers = await this.post(queries);
    this.serverMs += msOf(answers);
    return answers;
  }

  /** One trip for all. */
  private async post(queries: Ask[]): Promise<Answer[]> {
    const { results } = await this.requests.multiSearch<{ results: Answer[] }>({
      queries: queries.map((query) => ({ indexUid: this.index, ...query })),
    });
    return results;
  }
}

const idsOf = (answer: Answer | undefined) => (answer?.hits ?? []).map(({ id }) => id);
const msOf = (answers: Answer[]) => answers.reduce((sum, { processingTimeMs }) => sum + processingTimeMs, 0);
function sortOf({ sort, near }: SearchQuery): string[] {
  if (sort === "date") return ["day:desc", "tie:desc"];
  if (sort === "title") return ["titleKey:asc"];
  if (sort === "distance" && near && isPlace(near))
    return [`_geoPoint(${near.latitude}, ${near.longitude}):asc`, "tie:desc"];
  return ["tie:desc"];
}
