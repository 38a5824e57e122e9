import type { PlacedTerm } from "./term-reader";

/** How often each term stands in a text. */
export type Counts = Map<string, number>;
/** Terms with their weights; of length 1, or empty. */
export type Vector = ReadonlyMap<string, number>;

/** A word of the title tells more of what an entry is about than one of its text. */
export const titleWorth = 3;

export function countTerms(terms: readonly PlacedTerm[], worth: number, counts: Counts): Counts {
  for (const { term } of terms) counts.set(term, (counts.get(term) ?? 0) + worth);
  return counts;
}

/** The tenth time tells less than the first, and a rare term more than a common one. */
export function toVector(counts: Counts, rarityOf: (term: string) => number): Vector {
  const vector = new Map<string, number>();
  let squares = 0;
  for (const [term, count] of counts) {
    const weight = (1 + Math.log(count)) * rarityOf(term);
    if (weight <= 0) continue;
    vector.set(term, weight);
    squares += weight * weight;
  }
  for (const [term, weight] of vector) vector.set(term, weight / Math.sqrt(squares));
  return vector;
}

/** How alike two are: 1 when they say the same, 0 when they share no term. */
export function likeness(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}
