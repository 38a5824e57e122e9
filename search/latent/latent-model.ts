/** How many numbers tell what an entry is about. */
export const dimensions = 128;

/** The terms of an entry, by number, and how often each stands there. */
export interface CountedTerms {
  terms: ArrayLike<number>;
  counts: ArrayLike<number>;
}

/** A vector for each term: whole numbers from -127 to 127, and the factor that brings them back to size. */
export interface TermVectors {
  termOf: Uint32Array;
  factorOf: Float32Array;
  numbers: Int8Array;
}

/** The tenth time tells less than the first. */
export const dampened = (count: number) => 1 + Math.log(count);

/**
 * What words mean, as far as the company that they keep tells (latent semantic analysis): terms of the same entries point the
 * same way. An entry is the sum of its terms, and so is a query: how nearly they point the same way tells how alike they are,
 * even if they share no word.
 */
export class LatentModel {
  private readonly rowOf = new Map<number, number>();

  constructor(readonly vectors: TermVectors) {
    for (const [row, term] of vectors.termOf.entries()) this.rowOf.set(term, row);
  }

  /** Adds a term to a sum, so many times over. */
  add(sum: Float32Array, term: number, weight: number): void {
    const row = this.rowOf.get(term);
    if (row === undefined) return;
    const { factorOf, numbers } = this.vectors;
    const factor = weight * (factorOf[row] as number);
    const start = row * dimensions;
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] as number) + factor * (numbers[start + i] as number);
  }

  /** Where an entry points; all zeros when the model knows none of its terms. */
  vectorOf({ terms, counts }: CountedTerms): Int8Array {
    const sum = new Float32Array(dimensions);
    for (let i = 0; i < terms.length; i++) {
      const count = counts[i] as number;
      if (count > 0) this.add(sum, terms[i] as number, dampened(count));
    }
    const vector = new Int8Array(dimensions);
    quantise(sum, vector, 0);
    return vector;
  }
}

/** Writes a vector as whole numbers; returns the factor that brings them back to size. */
export function quantise(vector: ArrayLike<number>, numbers: Int8Array, at: number): number {
  let largest = 0;
  for (let i = 0; i < dimensions; i++) largest = Math.max(largest, Math.abs(vector[i] as number));
  if (largest === 0) return 0;
  for (let i = 0; i < dimensions; i++) numbers[at + i] = Math.round(((vector[i] as number) / largest) * 127);
  return largest / 127;
}

/** Brings a vector to length 1; false when it is all zeros. */
export function normalise(vector: Float32Array): boolean {
  let squares = 0;
  for (const number of vector) squares += number * number;
  if (squares === 0) return false;
  const inverse = 1 / Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) * inverse;
  return true;
}
