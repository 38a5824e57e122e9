import { emptyMatrix, type Matrix, orthonormalise, type SparseMatrix, times, transposedTimes } from "./matrix.server";
import { seededRandom } from "./seeded-random";

/** Passes over the entries; the directions change little after these. */
const passes = 6;

/**
 * The directions in which a table of entries by words varies most (the space of its leading singular vectors): words that
 * keep the same company point the same way. Found by letting random directions pass through the table again and again; the
 * same for the same table.
 */
export async function leadingDirections(table: SparseMatrix, count: number): Promise<Matrix> {
  const random = seededRandom(20_190_607);
  let directions = emptyMatrix(table.columns, count);
  for (let i = 0; i < directions.data.length; i++) directions.data[i] = random() - 0.5;
  for (let pass = 0; pass < passes; pass++) {
    directions = await transposedTimes(table, await orthonormalise(await times(table, directions)));
  }
  return orthonormalise(directions);
}
