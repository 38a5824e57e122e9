import { baseLanguage } from "../analysis/script";
import type { SearchQuery } from "../port";
import type { Columns } from "./columns";
import { languageByEntries } from "./entry-language";
import { distanceOf } from "./in-range";
import type { IndexColumnsView } from "./index-view";
import { addLikeness } from "./likeness";
import type { Marks } from "./marks";
import { Proximity } from "./proximity";
import type { QueryPlan } from "./query-plan";
import type { Ranker } from "./rank";
import type { TitleOrder } from "./title-order";
import { topByScore, topPlaces } from "./top";

/**
 * As many of the best are looked at again, for what they are about: a long question tells more of that than a short one. The same
 * for every page of a query, so that pages never overlap.
 */
const secondLook = { perWord: 100, least: 300, most: 1000 };
/** As many of these are read for how close their words stand. */
const closeLook = 300;
/** Who asks in French would rather read French, if it answers as well. */
const sameLanguage = { told: 0.4, guessed: 0.2 };

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
  const { date } = columns;
  const newer = newerIn(columns);
  const byRank = query.sort === "relevance" || (query.sort === "distance" && !query.near);
  if (byRank && !plan.everything) return page(byRelevance(slots, reach, plan, marks, index, ranker));
  let better = newer;
  if (query.sort === "distance" && query.near) {
    const { near } = query;
    const distances = new Map(Array.from(slots, (slot) => [slot, distanceOf(slot, near, columns)]));
    better = (a, b) => (distances.get(b) ?? 0) - (distances.get(a) ?? 0) || newer(a, b);
  }
  if (query.sort === "date") better = (a, b) => (date[a] as number) - (date[b] as number) || newer(a, b);
  if (query.sort === "title") {
    const ranks = titleOrder.ranks(query.language);
    better = (a, b) => (ranks[b] as number) - (ranks[a] as number) || b - a;
  }
  const places = topPlaces(slots.length, reach, (a, b) => better(slots[a] as number, slots[b] as number) > 0);
  return page({ slots: places.map((place) => slots[place] as number), scores: places.map(() => 0) });
}

const newerIn =
  ({ tie }: Columns) =>
  (a: number, b: number) =>
    (tie[a] as number) - (tie[b] as number) || b - a;

/** The best `reach` entries first, or a few more. */
export function byRelevance(
  slots: Uint32Array,
  reach: number,
  plan: QueryPlan,
  marks: Marks,
  index: IndexColumnsView,
  ranker: Ranker,
): Ordered {
  const { columns } = index;
  const newer = newerIn(columns);
  const scores = ranker.scores(plan, slots);
  const look = Math.min(secondLook.most, Math.max(secondLook.least, secondLook.perWord * plan.concepts.length));
  const count = Math.max(reach, look);
  const best = topByScore(slots, scores, count, (a, b) => newer(a, b) > 0).map((slot) => ({
    slot,
    score: scores[slot] as number,
  }));
  const again = best.slice(0, look);
  const highest = best[0]?.score ?? 0;
  const language = plan.language ?? languageByEntries(again, plan, index);
  const share = plan.language ? sameLanguage.told : sameLanguage.guessed;
  const inLanguage = (slot: number) => language === baseLanguage(columns.languages[slot] ?? "");
  // Held back rather than raised: where all are in one language, nothing changes.
  if (again.some(({ slot }) => inLanguage(slot))) {
    for (const entry of again) if (!inLanguage(entry.slot)) entry.score /= 1 + share;
  }
  if (index.latent) addLikeness(again, plan, index.latent);
  again.sort((a, b) => b.score - a.score || newer(b.slot, a.slot));
  const proximity = new Proximity(marks, [0, ...plan.concepts.map((concept) => concept.surface)], columns);
  const titled = new Set(plan.sequence.length > 0 ? columns.withTitle(plan.sequence) : []);
  const close = again.slice(0, closeLook);
  for (const entry of close) {
    entry.score += proximity.score(entry.slot);
    // A title typed in full comes first, whatever else matches.
    if (titled.has(entry.slot)) entry.score += 3 * highest + 100;
  }
  // Rounded, so that evidence and recency decide between entries that say the same.
  close.sort((a, b) => Math.round(b.score * 1e4) - Math.round(a.score * 1e4) || newer(b.slot, a.slot));
  const ordered = [...close, ...again.slice(closeLook), ...best.slice(look)];
  return { slots: ordered.map((entry) => entry.slot), scores: ordered.map((entry) => entry.score) };
}
