import type { EngineName, SearchEngine } from "../port";
import type { JudgedCollection, JudgedQuery } from "./judged-collection.server";
import { meanQuality, type Quality, qualityOf } from "./quality";

/** How well an engine answers the queries of a judged collection, and how fast. */
export interface Evaluation extends Quality {
  engine: EngineName;
  dataset: string;
  docs: number;
  queries: number;
  /** Queries that found nothing. */
  zero_results: number;
  p50_ms: number;
  p95_ms: number;
  index_docs_per_s: number;
}

const depth = 100;

/** Fills the engine with the collection and asks it every query, once as a page of the site does and once for the ranking. */
export async function evaluate(
  engine: SearchEngine,
  { name, entries, queries }: JudgedCollection,
): Promise<Evaluation> {
  const started = performance.now();
  await engine.rebuild(entries);
  const seconds = (performance.now() - started) / 1000;
  const times: number[] = [];
  const qualities: Quality[] = [];
  let zeroResults = 0;
  for (const { text, language, grades } of queries) {
    const query = { text, filters: {}, sort: "relevance" as const, page: 1, perPage: 20, language };
    const asked = performance.now();
    const { total } = await engine.search(query);
    times.push(performance.now() - asked);
    if (total === 0) zeroResults += 1;
    const { hits } = await engine.search({ ...query, perPage: depth, countFacets: [] });
    qualities.push(
      qualityOf(
        hits.map((hit) => hit.id),
        grades,
      ),
    );
  }
  return {
    engine: engine.name,
    dataset: name,
    docs: entries.length,
    queries: queries.length,
    ...meanQuality(qualities),
    zero_results: zeroResults,
    p50_ms: percentile(times, 0.5),
    p95_ms: percentile(times, 0.95),
    index_docs_per_s: Math.round(entries.length / Math.max(seconds, 1e-3)),
  };
}

/** The same queries of something that only gives ids. */
export function rankingQuality(
  queries: readonly JudgedQuery[],
  rank: (text: string, limit: number) => string[],
): Quality {
  return meanQuality(queries.map(({ text, grades }) => qualityOf(rank(text, depth), grades)));
}

function percentile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const time = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return Math.round(time * 100) / 100;
}
