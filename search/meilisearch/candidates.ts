import type { ReadQuery } from "../query/read-query";
import type { WordTerms } from "../sqlite/query-plan";
import type { Ask } from "./counts";
import { stemToken } from "./encode";
import { allOf, Filters } from "./filters";
import type { Asked } from "./matching";

/** So many of the best are ranked; all, where no more match. */
export const mostCandidates = 150;
/** Where all words must be there, the server ranks so many by the words themselves, */
const mostTogetherFound = 120;
/** and so many come with the counts, in the order of ties: what has words that mean the same, and not those that were typed. */
export const mostBesides = 40;
/** Of the lists for one word, each has so many at least. */
const leastOfWord = 15;
/** The higher, the less a place in a list counts beside being in several. */
const placeEvens = 30;
/** Of a long question the words that tell most are asked for one by one. */
const mostWords = 10;
/** The server reads no more words than this. */
const mostTogether = 10;
const ofTogether = 1.5;

/** A list of entries, best first, and what it counts beside others. */
export interface CandidateQuery {
  ask: Ask;
  weight: number;
}

/**
 * What to ask for the entries that may be the best. The server puts first what has the words in the fields of the telling stems.
 * Where entries must have all words, one list does; else there is one of what has most of them, and one of each telling word.
 */
export function candidateQueries(read: ReadQuery, asked: Asked): CandidateQuery[] {
  const filters = new Filters(read);
  const { concepts, alternatives } = read.plan;
  const known = concepts.filter(({ terms }) => terms.variants.length > 0);
  const byWeight = [...known].sort((a, b) => b.terms.idf * b.times - a.terms.idf * a.times);
  const whole = allOf([asked.matching, asked.narrow]);
  const best = byWeight.slice(0, mostTogether).map(({ terms }) => principal(read, terms));
  const together: Ask = { q: best.join(" "), filter: whole, matchingStrategy: "frequency" };
  if (asked.mustHaveAll) return [{ ask: { ...together, limit: mostTogetherFound }, weight: 1 }];
  const highest = byWeight[0]?.terms.idf ?? 1;
  const queries: CandidateQuery[] = [];
  const add = (ask: Ask, weight: number) => {
    const limit = Math.round(Math.min(100, Math.max(leastOfWord, weight * 100)));
    queries.push({ ask: { ...ask, limit }, weight });
  };
  if (best.length > 1) add(together, ofTogether);
  for (const { terms } of byWeight.slice(0, mostWords)) {
    const weight = terms.idf / highest;
    add({ q: principal(read, terms), filter: whole }, weight);
    // Words that mean the same, and those that a beginning stands for, have no order of their own.
    if (terms.variants.length > 1) add({ q: "", filter: allOf([filters.has(terms), whole]) }, weight / 2);
  }
  for (const { words } of alternatives.flatMap((run) => run.choices)) {
    add({ q: "", filter: allOf([...words.map((terms) => filters.has(terms)), whole]) }, 0.5);
  }
  return queries;
}

/** The best of all lists, each once: what stands high in lists that count, and in several. */
export function fuse(lists: { ids: string[]; weight: number }[]): string[] {
  const [only] = lists;
  if (only && lists.length === 1) return only.ids;
  const worth = new Map<string, number>();
  for (const { ids, weight } of lists) {
    for (const [place, id] of ids.entries()) worth.set(id, (worth.get(id) ?? 0) + weight / (place + placeEvens));
  }
  return [...worth]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostCandidates)
    .map(([id]) => id);
}

/** Of several stems the first is the word's own. */
function principal(read: ReadQuery, terms: WordTerms): string {
  const [first] = terms.variants;
  return first ? stemToken(read.stems.get(first.term) ?? "") : "";
}
