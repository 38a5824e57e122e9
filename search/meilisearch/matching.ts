import type { SearchQuery } from "../port";
import type { ReadQuery } from "../query/read-query";
import type { Need } from "../sqlite/query-plan";
import { allOf, Filters, facetFilter, hardFilter, nothing } from "./filters";

export interface Asked {
  /** Narrowed by dates, facets and the like. */
  narrow: string;
  /** All that matches, without `narrow`. */
  matching: string;
  needs: Need[];
  /** Whether an entry must answer all needs. */
  mustHaveAll: boolean;
}

/** No more entries than this can match. */
export function mostMatches({ needs, mustHaveAll }: Asked): number {
  const counts = needs.map((need) => need.most);
  return mustHaveAll ? Math.min(...counts) : counts.reduce((sum, count) => sum + count, 0);
}

/** What an entry must have to be found. `matching` depends on the text alone, so that totals and counts always agree. */
export function whatToFind(query: SearchQuery, read: ReadQuery): Asked {
  const { plan, mustHaveAll } = read;
  const filters = new Filters(read);
  const always = filters.always();
  const narrow = allOf([hardFilter(query), facetFilter(query.filters)]);
  if (mustHaveAll || plan.phrases.length > 0) {
    const needs = mustHaveAll ? plan.allNeeds : plan.phraseNeeds;
    return { narrow, matching: allOf([filters.all(needs), always]), needs, mustHaveAll: true };
  }
  const needs = plan.anyNeeds;
  return { narrow, matching: allOf([filters.any(needs) || nothing, always]), needs, mustHaveAll: false };
}
