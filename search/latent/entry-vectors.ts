import { dimensions } from "./latent-model";

/** The vectors of all entries in one long row, by slot. */
export class EntryVectors {
  private numbers = new Int8Array(1024 * dimensions);
  /** One over the length; 0 for an entry without a vector. */
  private inverseLength = new Float32Array(1024);

  set(slot: number, vector: Int8Array): void {
    if (slot >= this.inverseLength.length) this.grow(slot + 1);
    this.numbers.set(vector, slot * dimensions);
    let squares = 0;
    for (const number of vector) squares += number * number;
    this.inverseLength[slot] = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  }

  /** From -1 to 1: how nearly an entry points the way of a vector of length 1. */
  likeness(slot: number, vector: Float32Array): number {
    const inverse = this.inverseLength[slot] ?? 0;
    if (inverse === 0) return 0;
    const { numbers } = this;
    const start = slot * dimensions;
    // Four sums that wait for none of the others: dimensions are a multiple of four.
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < dimensions; i += 4) {
      a += (vector[i] as number) * (numbers[start + i] as number);
      b += (vector[i + 1] as number) * (numbers[start + i + 1] as number);
      c += (vector[i + 2] as number) * (numbers[start + i + 2] as number);
      d += (vector[i + 3] as number) * (numbers[start + i + 3] as number);
    }
    return (a + b + c + d) * inverse;
  }

  /** Adds the vector of an entry, brought to length 1, to a sum. */
  addTo(sum: Float32Array, slot: number, weight: number): void {
    const factor = weight * (this.inverseLength[slot] ?? 0);
    const start = slot * dimensions;
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] as number) + factor * (this.numbers[start + i] ?? 0);
  }

  private grow(slots: number): void {
    const size = Math.max(slots, this.inverseLength.length * 2);
    const numbers = new Int8Array(size * dimensions);
    numbers.set(this.numbers);
    this.numbers = numbers;
    const inverseLength = new Float32Array(size);
    inverseLength.set(this.inverseLength);
    this.inverseLength = inverseLength;
  }
}
