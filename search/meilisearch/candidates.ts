import type { MultiSearchQueryWithFederation } from "meilisearch";
import type { ReadQuery } from "../query/read-query";
import type { Need, WordTerms } from "../sqlite/query-plan";
import { stemToken } from "./encode";
import { allOf, Filters } from "./filters";

/** So many of the best are ranked; all, where no more match. */
export const mostCandidates = 120;
/** Of a long question the words that tell most are asked for one by one. */
const mostWords = 10;
/** The server reads no more words than this. */
const mostTogether = 10;
const ofTogether = 1.5;

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

/**
 * What to ask for the entries that may be the best: all words together, and the telling ones alone. The server puts first what has
 * them in the fields of the telling stems.
 */
export function candidateQueries(read: ReadQuery, asked: Asked): Omit<MultiSearchQueryWithFederation, "indexUid">[] {
  const filters = new Filters(read);
  const { concepts, alternatives } = read.plan;
  const known = concepts.filter(({ terms }) => terms.variants.length > 0);
  const byWeight = [...known].sort((a, b) => b.terms.idf * b.times - a.terms.idf * a.times);
  const whole = allOf([asked.matching, asked.narrow]);
  const best = byWeight.slice(0, mostTogether).map(({ terms }) => principal(read, terms));
  const highest = byWeight[0]?.terms.idf ?? 1;
  const queries: Omit<MultiSearchQueryWithFederation, "indexUid">[] = [];
  if (best.length > 1 || asked.mustHaveAll) {
    queries.push({
      q: best.join(" "),
      filter: whole,
      matchingStrategy: "frequency",
      federationOptions: { weight: ofTogether },
    });
  }
  for (const { terms } of byWeight.slice(0, asked.mustHaveAll ? 3 : mostWords)) {
    const federationOptions = { weight: terms.idf / highest };
    queries.push({ q: principal(read, terms), filter: whole, federationOptions });
    // Words that mean the same, and those that a beginning stands for, have no order of their own.
    if (terms.variants.length > 1) {
      const filter = allOf([filters.has(terms), whole]);
      queries.push({ q: "", filter, federationOptions: { weight: federationOptions.weight / 2 } });
    }
  }
  for (const { words } of alternatives.flatMap((run) => run.choices)) {
    const filter = allOf([...words.map((terms) => filters.has(terms)), whole]);
    queries.push({ q: "", filter, federationOptions: { weight: 0.5 } });
  }
  return queries;
}

/** Of several stems the first is the word's own. */
function principal(read: ReadQuery, terms: WordTerms): string {
  const [first] = terms.variants;
  return first ? stemToken(read.stems.get(first.term) ?? "") : "";
}
