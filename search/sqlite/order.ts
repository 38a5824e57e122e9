import type { SearchQuery } from "../port";
import { grown } from "./growing";
import type { IndexColumnsView } from "./index-view";
import type { Marks } from "./marks";
import { Proximity } from "./proximity";
import type { QueryPlan } from "./query-plan";
import { Ranker } from "./rank";
import type { TitleOrder } from "./title-order";
import { topPlaces } from "./top";

/** As many of the best are looked at again for proximity; fixed, so that pages never overlap. */
const secondLook = 300;

/** Scores of one search at a time: a new array for each would keep the garbage collector busy. */
let scratch = new Float64Array(1024);

export interface Ordered {
  slots: number[];
  scores: number[];
}

/** Puts filtered entries in the order that was asked for, as far as the page reaches. */
export function orderEntries(
  slots: Uint32Array,
  query: SearchQuery,
  plan: QueryPlan,
  marks: Marks,
  index: IndexColumnsView,
  titleOrder: TitleOrder,
): Ordered {
  const { columns } = index;
  const reach = query.page * query.perPage;
  const from = reach - query.perPage;
  const page = ({ slots, scores }: Ordered) => ({ slots: slots.slice(from, reach), scores: scores.slice(from, reach) });
  const { tie, date } = columns;
  const newer = (a: number, b: number) => (tie[a] as number) - (tie[b] as number) || b - a;
  if (query.sort === "relevance" && !plan.everything) return page(byRelevance(slots, reach, plan, marks, index, newer));
  let better = newer;
  if (query.sort === "date") better = (a, b) => (date[a] as number) - (date[b] as number) || newer(a, b);
  if (query.sort === "title") {
    const ranks = titleOrder.ranks(query.language);
    better = (a, b) => (ranks[b] as number) - (ranks[a] as number) || b - a;
  }
  const places = topPlaces(slots.length, reach, (a, b) => better(slots[a] as number, slots[b] as number) > 0);
  return page({ slots: places.map((place) => slots[place] as number), scores: places.map(() => 0) });
}

function byRelevance(
  slots: Uint32Array,
  reach: number,
  plan: QueryPlan,
  marks: Marks,
  index: IndexColumnsView,
  newer: (a: number, b: number) => number,
): Ordered {
  const { columns } = index;
  const ranker = new Ranker(plan, columns);
  scratch = grown(scratch, slots.length);
  const scores = scratch;
  for (let i = 0; i < slots.length; i++) scores[i] = ranker.score(slots[i] as number);
  const count = Math.max(reach, secondLook);
  const places = topPlaces(slots.length, count, (a, b) => {
    const difference = (scores[a] as number) - (scores[b] as number);
    return difference === 0 ? newer(slots[a] as number, slots[b] as number) > 0 : difference > 0;
  });
  const best = places.map((place) => ({ slot: slots[place] as number, score: scores[place] as number }));
  const again = best.slice(0, secondLook);
  const proximity = new Proximity(marks, [0, ...plan.concepts.map((concept) => concept.surface)], columns);
  const titled = new Set(plan.sequence.length > 0 ? columns.withTitle(plan.sequence) : []);
  const highest = 2 * (best[0]?.score ?? 0) + 100;
  for (const entry of again) {
    entry.score += proximity.score(entry.slot);
    // A title typed in full comes first, whatever else matches.
    if (titled.has(entry.slot)) entry.score += highest;
  }
  // Rounded, so that evidence and recency decide between entries that say the same.
  again.sort((a, b) => Math.round(b.score * 1e4) - Math.round(a.score * 1e4) || newer(b.slot, a.slot));
  const ordered = [...again, ...best.slice(secondLook)];
  return { slots: ordered.map((entry) => entry.slot), scores: ordered.map((entry) => entry.score) };
}
