import type { MultiSearchQuery } from "meilisearch";
import type { ReadQuery } from "../query/read-query";
import type { Need, WordTerms } from "../sqlite/query-plan";
import { stemToken } from "./encode";
import { allOf, Filters } from "./filters";

/** Up to so many, all that match are looked at again. */
export const fewMatches = 150;
/** Of a long question the words that tell most are asked for one by one. */
const mostWords = 12;
const perWord = 60;
const together = 150;
/** The server reads no more words than this. */
const mostTogether = 10;

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
 * them in the fields of the telling stems; where a word is rare, all that have it are fetched.
 */
export function candidateQueries(read: ReadQuery, asked: Asked): Omit<MultiSearchQuery, "indexUid">[] {
  const filters = new Filters(read);
  const { concepts, alternatives } = read.plan;
  const known = concepts.filter(({ terms }) => terms.variants.length > 0);
  const byWeight = [...known].sort((a, b) => b.terms.idf * b.times - a.terms.idf * a.times);
  const whole = allOf([asked.matching, asked.narrow]);
  const best = byWeight.slice(0, mostTogether).map(({ terms }) => principal(read, terms));
  const queries: Omit<MultiSearchQuery, "indexUid">[] = [];
  if (best.length > 1 || asked.mustHaveAll) {
    queries.push({ q: best.join(" "), filter: whole, limit: together, matchingStrategy: "frequency" });
  }
  for (const { terms } of byWeight.slice(0, asked.mustHaveAll ? 3 : mostWords)) {
    const few = terms.documents <= perWord;
    const filter = few || terms.variants.length > 1 ? allOf([filters.has(terms), whole]) : whole;
    // The words that mean the same have no order of their own.
    if (few || terms.variants.length > 1) queries.push({ q: "", filter, limit: perWord });
    if (!few) queries.push({ q: principal(read, terms), filter: whole, limit: perWord });
  }
  for (const { words } of alternatives.flatMap((run) => run.choices)) {
    queries.push({ q: "", filter: allOf([...words.map((terms) => filters.has(terms)), whole]), limit: perWord });
  }
  return queries;
}

/** Of several stems that of most entries. */
function principal(read: ReadQuery, terms: WordTerms): string {
  const [first] = terms.variants;
  return first ? stemToken(read.words.get(first.term) ?? "") : "";
}
