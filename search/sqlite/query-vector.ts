import { dimensions, type LatentModel, normalise } from "../latent/latent-model";
import type { QueryPlan } from "./query-plan";

/** Where a query points among the meanings of words; null when the model knows none of its words. */
export function queryVector({ concepts }: QueryPlan, model: LatentModel): Float32Array | null {
  const sum = new Float32Array(dimensions);
  for (const { terms, times } of concepts) {
    for (const { term, weight } of terms.variants) model.add(sum, term, weight * times);
  }
  return normalise(sum) ? sum : null;
}
