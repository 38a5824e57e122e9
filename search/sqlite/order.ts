import type { SearchQuery } from "../port";
import type { IndexColumnsView } from "./index-view";
import type { Marks } from "./marks";
import { Proximity } from "./proximity";
import type { QueryPlan } from "./query-plan";
import { queryVector } from "./query-vector";
import type { Ranker } from "./rank";
import type { TitleOrder } from "./title-order";
import { topPlaces } from "./top";

/** As many of the best are looked at again, for what they are about and for proximity; fixed, so that pages never overlap. */
export const second = { look: 1000, closeLook: 300, likeness: 0.35 };

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
  ranker: Ranker,
  titleOrder: TitleOrder,
): Ordered {
  const { columns } = index;
  const reach = query.page * query.perPage;
  const from = reach - query.perPage;
  const page = ({ slots, scores }: Ordered) => ({ slots: slots.slice(from, reach), scores: scores.slice(from, reach) });
  const { tie, date } = columns;
  const newer = (a: number, b: number) => (tie[a] as number) - (tie[b] as number) || b - a;
  if (query.sort === "relevance" && !plan.everything)
    return page(byRelevance(slots, reach, plan, marks, index, ranker, newer));
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
  ranker: Ranker,
  newer: (a: number, b: number) => number,
): Ordered {
  const { columns } = index;
  const scores = ranker.scores(plan);
  const count = Math.max(reach, second.look);
  const places = topPlaces(slots.length, count, (a, b) => {
    const difference = (scores[slots[a] as number] as number) - (scores[slots[b] as number] as number);
    return difference === 0 ? newer(slots[a] as number, slots[b] as number) > 0 : difference > 0;
  });
  const best = places.map((place) => {
    const slot = slots[place] as number;
    return { slot, score: scores[slot] as number };
  });
  const again = best.slice(0, second.look);
  const highest = best[0]?.score ?? 0;
  const vector = index.latent && queryVector(plan, index.latent.model);
  if (vector) {
    for (const entry of again) {
      entry.score += second.likeness * highest * (index.latent?.vectors.likeness(entry.slot, vector) ?? 0);
    }
    again.sort((a, b) => b.score - a.score || newer(b.slot, a.slot));
  }
  const proximity = new Proximity(marks, [0, ...plan.concepts.map((concept) => concept.surface)], columns);
  const titled = new Set(plan.sequence.length > 0 ? columns.withTitle(plan.sequence) : []);
  const close = again.slice(0, second.closeLook);
  for (const entry of close) {
    entry.score += proximity.score(entry.slot);
    // A title typed in full comes first, whatever else matches.
    if (titled.has(entry.slot)) entry.score += 3 * highest + 100;
  }
  // Rounded, so that evidence and recency decide between entries that say the same.
  close.sort((a, b) => Math.round(b.score * 1e4) - Math.round(a.score * 1e4) || newer(b.slot, a.slot));
  const ordered = [...close, ...again.slice(second.closeLook), ...best.slice(second.look)];
  return { slots: ordered.map((entry) => entry.slot), scores: ordered.map((entry) => entry.score) };
}
