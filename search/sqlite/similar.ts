import type { EntryKind } from "~db/schema/entry";
import { bodyFrequency, titleFrequency } from "./analyse-entry";
import type { IndexColumnsView } from "./index-view";
import { addLikeness, type Scored } from "./likeness";
import type { QueryPlan } from "./query-plan";
import type { Ranker } from "./rank";
import { topPlaces } from "./top";

/** The words that say most of an entry: more find nothing better. */
const mostTerms = 25;
const candidates = 500;

export const nothingAsked: QueryPlan = {
  everything: false,
  concepts: [],
  alternatives: [],
  allNeeds: [],
  anyNeeds: [],
  phraseNeeds: [],
  excluded: [],
  phrases: [],
  excludedPhrases: [],
  sequence: [],
  corrections: [],
  alsoSearched: [],
  language: null,
};

interface SimilarOptions {
  limit: number;
  kinds?: EntryKind[];
}

/** The entries most like one: those that share its rarest words and are about the same. At most half come from its own document. */
export function similarEntries(
  slot: number,
  entry: { terms: ArrayLike<number>; frequencies: ArrayLike<number> },
  { limit, kinds }: SimilarOptions,
  index: IndexColumnsView,
  ranker: Ranker,
): Scored[] {
  const { columns } = index;
  const plan = planOf(entry, index);
  const scores = ranker.scores(plan);
  const slots: number[] = [];
  for (let other = 0; other < columns.size; other++) {
    if (other === slot || (scores[other] as number) <= 0 || !columns.isLive(other)) continue;
    if (!kinds || kinds.includes(columns.kinds[other] as EntryKind)) slots.push(other);
  }
  const better = (a: number, b: number) =>
    (scores[slots[a] as number] as number) - (scores[slots[b] as number] as number);
  const found = topPlaces(slots.length, candidates, (a, b) => better(a, b) > 0 || (better(a, b) === 0 && a < b)).map(
    (place) => ({ slot: slots[place] as number, score: scores[slots[place] as number] as number }),
  );
  if (index.latent) addLikeness(found, plan, index.latent);
  found.sort((a, b) => b.score - a.score || a.slot - b.slot);
  const own = documentOf(columns.ids[slot] ?? "");
  const fromOwn = found.filter((other) => documentOf(columns.ids[other.slot] ?? "") === own);
  const surplus = new Set(fromOwn.slice(Math.floor(limit / 2)));
  return found.filter((other) => !surplus.has(other)).slice(0, limit);
}

/** The entry's most telling words as a query. */
function planOf(
  { terms, frequencies }: { terms: ArrayLike<number>; frequencies: ArrayLike<number> },
  { vocabulary, columns }: IndexColumnsView,
): QueryPlan {
  const weighed = Array.from(terms, (term, i) => {
    const packed = frequencies[i] as number;
    const count = bodyFrequency(packed) + 2 * titleFrequency(packed);
    const documents = vocabulary.documents[term] as number;
    const idf = Math.log(1 + (columns.count - documents + 0.5) / (documents + 0.5));
    const times = count === 0 ? 0 : 1 + Math.log(count);
    return { term, documents, idf, times, worth: documents > 1 ? times * idf : 0 };
  });
  const best = weighed.filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth || a.term - b.term);
  const concepts = best.slice(0, mostTerms).map(({ term, documents, idf, times }) => ({
    terms: { variants: [{ term, weight: 1 }], idf, documents },
    surface: 0,
    times,
    gap: 1,
  }));
  return { ...nothingAsked, concepts };
}

/** `hrgl-2023/recommendation-1` belongs to `hrgl-2023`. */
const documentOf = (id: string) => id.split("/")[0];
