import type { SearchResponse } from "meilisearch";
import type { SearchQuery, SearchResult } from "../port";
import { isPlace } from "../query/distance";
import type { ReadQuery } from "../query/read-query";
import type { Candidate } from "./candidate-columns";
import { type Asked, candidateQueries, mostCandidates, mostMatches } from "./candidates";
import { type Answer, type Ask, countQueries, readCounts } from "./counts";
import { allOf, oneOf } from "./filters";
import { Matching } from "./matching";
import type { SearchRequests } from "./search-requests.server";
import { rankCandidates, SmallPlan } from "./second-look";
import { type Shown, showHit, shownFields } from "./show-hit";

/** Up to so many, titles are compared as the reader's language does. */
const fewTitles = 2000;
const candidateFields = ["key", "language", "tie", "look"];

interface Scored {
  key: string;
  score: number;
}

/** Answers searches from one index on a server. */
export class Searcher {
  private readonly matching = new Matching(async (filter) => {
    const [answer] = await this.ask([{ q: "", filter, limit: 0 }]);
    return answer?.estimatedTotalHits ?? 0;
  });
  /** What the server itself says that it took, in all: the rest is ours. */
  serverMs = 0;

  constructor(
    private readonly requests: SearchRequests,
    private readonly index: string,
  ) {}

  /** After any change. */
  forget(): void {
    this.matching.forget();
  }

  async search(query: SearchQuery, read: ReadQuery): Promise<Omit<SearchResult, "tookMs">> {
    const { plan } = read;
    const asked = await this.matching.decide(query, read);
    const small = new SmallPlan(read);
    const byRelevance = query.sort === "relevance" || (query.sort === "distance" && !query.near);
    const found = await (byRelevance && !plan.everything
      ? this.byRelevance(query, read, asked, small)
      : this.sorted(query, asked));
    return {
      total: found.total,
      hits: found.shown.map(({ document, score }) => showHit(document, score, small, query.extract)),
      facets: found.facets,
      corrections: plan.corrections,
      alsoSearched: plan.alsoSearched,
      engine: "meilisearch",
    };
  }

  /** Candidates are ranked here; what comes after them stands in the order that ties have. */
  private async byRelevance(query: SearchQuery, read: ReadQuery, asked: Asked, small: SmallPlan) {
    const counts = countQueries(query, asked);
    const all = mostMatches(asked) <= mostCandidates;
    const candidates = all ? [{ q: "", filter: allOf([asked.matching, asked.narrow]) }] : candidateQueries(read, asked);
    const [answers, best] = await Promise.all([this.post(counts), this.candidates(candidates)]);
    this.serverMs += Math.max(msOf(answers), best.processingTimeMs);
    const { total, facets } = readCounts(answers, query);
    const ranked = rankCandidates(best.hits, small);
    const from = (query.page - 1) * query.perPage;
    const page: Scored[] = ranked.slice(from, from + query.perPage);
    const missing = Math.min(query.perPage, total - from) - page.length;
    const rest = missing > 0 ? await this.beyond(asked, ranked, Math.max(0, from - ranked.length), missing) : [];
    return { total, facets, shown: [...(await this.fetch(page)), ...rest] };
  }

  /** All in one list, none twice. */
  private candidates(queries: Ask[]): Promise<SearchResponse<Candidate>> {
    return this.requests.multiSearch<SearchResponse<Candidate>>({
      federation: { limit: mostCandidates },
      queries: queries.map((query) => ({
        indexUid: this.index,
        ...query,
        attributesToRetrieve: candidateFields,
      })),
    });
  }

  private async beyond(asked: Asked, ranked: Scored[], offset: number, limit: number) {
    const others =
      ranked.length > 0
        ? `NOT ${oneOf(
            "key",
            ranked.map(({ key }) => key),
          )}`
        : "";
    const filter = allOf([asked.matching, asked.narrow, others]);
    const [answer] = await this.ask([
      { q: "", filter, offset, limit, sort: ["tie:desc"], attributesToRetrieve: [...shownFields] },
    ]);
    return (answer?.hits ?? []).map((document) => ({ document: document as Shown, score: 0 }));
  }

  private async fetch(page: Scored[]) {
    if (page.length === 0) return [];
    const filter = oneOf(
      "key",
      page.map(({ key }) => key),
    );
    const [answer] = await this.ask([
      { q: "", filter, limit: page.length, attributesToRetrieve: ["key", ...shownFields] },
    ]);
    const documents = new Map(answer?.hits.map((hit) => [hit.key, hit]));
    return page.flatMap(({ key, score }) => {
      const document = documents.get(key);
      return document ? [{ document: document as Shown, score }] : [];
    });
  }

  private async sorted(query: SearchQuery, asked: Asked) {
    const [main = {}, ...others] = countQueries(query, asked);
    const offset = (query.page - 1) * query.perPage;
    const byTitle = query.sort === "title";
    const answers = await this.ask([
      {
        ...main,
        offset,
        limit: query.perPage,
        sort: sortOf(query),
        attributesToRetrieve: [...shownFields],
      },
      ...others,
    ]);
    const { total, facets } = readCounts(answers, query);
    if (byTitle && total <= fewTitles) {
      const page = await this.pageByTitle(query, asked, total);
      return { total, facets, shown: await this.fetch(page) };
    }
    return {
      total,
      facets,
      shown: (answers[0]?.hits ?? []).map((document) => ({ document: document as Shown, score: 0 })),
    };
  }

  private async pageByTitle(query: SearchQuery, asked: Asked, total: number): Promise<Scored[]> {
    const [answer] = await this.ask([
      {
        q: "",
        filter: allOf([asked.matching, asked.narrow]),
        limit: total,
        attributesToRetrieve: ["key", "title"],
      },
    ]);
    const { compare } = new Intl.Collator(collatorLanguage(query.language), { numeric: true });
    const titles = answer?.hits ?? [];
    titles.sort((a, b) => compare(a.title, b.title) || (a.key < b.key ? -1 : 1));
    const from = (query.page - 1) * query.perPage;
    return titles.slice(from, from + query.perPage).map(({ key }) => ({ key, score: 0 }));
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

const msOf = (answers: Answer[]) => answers.reduce((sum, { processingTimeMs }) => sum + processingTimeMs, 0);
function sortOf({ sort, near }: SearchQuery): string[] {
  if (sort === "date") return ["day:desc", "tie:desc"];
  if (sort === "title") return ["titleKey:asc"];
  if (sort === "distance" && near && isPlace(near))
    return [`_geoPoint(${near.latitude}, ${near.longitude}):asc`, "tie:desc"];
  return ["tie:desc"];
}

/** A tag that is none must not fail a search. */
function collatorLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en";
  } catch {
    return "en";
  }
}
