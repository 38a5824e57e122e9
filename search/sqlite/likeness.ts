import { dimensions, type LatentModel, normalise } from "../latent/latent-model";
import type { LatentIndex } from "./latent-index.server";
import type { QueryPlan } from "./query-plan";

export interface Scored {
  slot: number;
  score: number;
}

export const likeness = {
  /** A query of so many words tells as much by what it is about as by its words; a shorter one less. */
  fullFrom: 12,
  /** The best of a first ranking say more of what is meant: how many, and what they count beside the query. */
  examples: 5,
  examplesWeight: 0.5,
};

/** Adds to the scores how nearly each entry points the way that the query does, on the same scale. */
export function addLikeness(entries: Scored[], plan: QueryPlan, { model, vectors }: LatentIndex): void {
  const vector = queryVector(plan, model);
  if (!vector) return;
  const weight = Math.min(1, plan.concepts.length / likeness.fullFrom);
  const byWords = spread(entries.map(({ score }) => score));
  const withLikeness = () => {
    const cosines = entries.map(({ slot }) => vectors.likeness(slot, vector));
    const { mean, deviation } = spread(cosines);
    const scale = deviation === 0 ? 0 : (weight * byWords.deviation) / deviation;
    return entries.map(({ score }, i) => score + scale * ((cosines[i] as number) - mean));
  };
  for (const place of bestPlaces(withLikeness(), likeness.examples)) {
    const { slot } = entries[place] as Scored;
    vectors.addTo(vector, slot, likeness.examplesWeight / likeness.examples);
  }
  normalise(vector);
  const scores = withLikeness();
  for (const [i, entry] of entries.entries()) entry.score = scores[i] as number;
}

/** Where a query points among the meanings of words; null when the model knows none of its words. */
function queryVector({ concepts }: QueryPlan, model: LatentModel): Float32Array | null {
  const sum = new Float32Array(dimensions);
  for (const { terms, times } of concepts) {
    for (const { term, weight } of terms.variants) model.add(sum, term, weight * times);
  }
  return normalise(sum) ? sum : null;
}

function spread(values: number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length)) };
}

function bestPlaces(scores: number[], count: number): number[] {
  const places: number[] = [];
  for (const [place, score] of scores.entries()) {
    if (places.length === count && score <= (scores[places[count - 1] as number] as number)) continue;
    const at = places.findIndex((other) => score > (scores[other] as number));
    places.splice(at < 0 ? places.length : at, 0, place);
    if (places.length > count) places.pop();
  }
  return places;
}
