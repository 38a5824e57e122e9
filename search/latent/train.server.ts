import { leadingDirections } from "./directions.server";
import { type CountedTerms, dampened, dimensions, LatentModel, quantise, type TermVectors } from "./latent-model";
import type { Matrix, SparseMatrix } from "./matrix.server";

/** With fewer entries than this, words have kept too little company to learn from. */
export const fewestEntries = 300;
/** More entries than this teach hardly more, and cost. */
export const largestSample = 4000;
/** A word of a single entry says nothing about others. */
const fewestEntriesOfTerm = 2;

/** Learns what words mean from a sample of entries; null when there are too few. Gives others their turn meanwhile. */
export async function trainLatentModel(sample: CountedTerms[]): Promise<LatentModel | null> {
  if (sample.length < fewestEntries) return null;
  const { table, termOf, idfOf } = toTable(sample);
  const directions = await leadingDirections(table, dimensions);
  return new LatentModel(toTermVectors(directions, termOf, idfOf));
}

/** A row for each entry, a column for each term, in it tf-idf; rows have length 1. */
function toTable(sample: CountedTerms[]): { table: SparseMatrix; termOf: Uint32Array; idfOf: Float32Array } {
  const entriesWith = new Map<number, number>();
  for (const { terms } of sample) {
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] as number;
      entriesWith.set(term, (entriesWith.get(term) ?? 0) + 1);
    }
  }
  const kept = [...entriesWith].filter(([, count]) => count >= fewestEntriesOfTerm);
  const columnOfTerm = new Map(kept.map(([term], column) => [term, column]));
  const idfOf = Float32Array.from(kept, ([, count]) => Math.log(1 + sample.length / count));
  const rowStart = new Uint32Array(sample.length + 1);
  const columnOf: number[] = [];
  const values: number[] = [];
  for (const [row, { terms, counts }] of sample.entries()) {
    const start = values.length;
    let squares = 0;
    for (let i = 0; i < terms.length; i++) {
      const column = columnOfTerm.get(terms[i] as number);
      if (column === undefined || counts[i] === 0) continue;
      const value = dampened(counts[i] as number) * (idfOf[column] as number);
      columnOf.push(column);
      values.push(value);
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    for (let at = start; at < values.length; at++) values[at] = (values[at] as number) / length;
    rowStart[row + 1] = values.length;
  }
  return {
    table: {
      columns: kept.length,
      rowStart,
      columnOf: Uint32Array.from(columnOf),
      values: Float32Array.from(values),
    },
    termOf: Uint32Array.from(kept, ([term]) => term),
    idfOf,
  };
}

/** A term's vector holds its idf, so that adding up terms weighs them. */
function toTermVectors(directions: Matrix, termOf: Uint32Array, idfOf: Float32Array): TermVectors {
  const numbers = new Int8Array(termOf.length * dimensions);
  const factorOf = new Float32Array(termOf.length);
  for (let row = 0; row < termOf.length; row++) {
    const vector = directions.data.subarray(row * dimensions, (row + 1) * dimensions);
    factorOf[row] = quantise(vector, numbers, row * dimensions) * (idfOf[row] as number);
  }
  return { termOf, factorOf, numbers };
}
