import { setImmediate } from "node:timers/promises";

/** A table with few numbers in it: only those that are not zero are kept, row by row. */
export interface SparseMatrix {
  columns: number;
  /** Where each row begins in the two lists below; one more than there are rows. */
  rowStart: Uint32Array;
  columnOf: Uint32Array;
  values: Float32Array;
}

/** A full table, row after row. */
export interface Matrix {
  rows: number;
  columns: number;
  data: Float64Array;
}

/** A few milliseconds of work; then whoever waits gets a turn. */
const rowsInATurn = 100;

async function eachRow(rows: number, work: (row: number) => void): Promise<void> {
  for (let row = 0; row < rows; row++) {
    if (row % rowsInATurn === rowsInATurn - 1) await setImmediate();
    work(row);
  }
}

export function emptyMatrix(rows: number, columns: number): Matrix {
  return { rows, columns, data: new Float64Array(rows * columns) };
}

/** `a × b` */
export async function times(a: SparseMatrix, b: Matrix): Promise<Matrix> {
  const product = emptyMatrix(a.rowStart.length - 1, b.columns);
  const width = b.columns;
  await eachRow(product.rows, (row) => {
    for (let at = a.rowStart[row] as number; at < (a.rowStart[row + 1] as number); at++) {
      const value = a.values[at] as number;
      addScaled(b.data, (a.columnOf[at] as number) * width, value, product.data, row * width, width);
    }
  });
  return product;
}

/** `a`, rows and columns exchanged, `× b` */
export async function transposedTimes(a: SparseMatrix, b: Matrix): Promise<Matrix> {
  const product = emptyMatrix(a.columns, b.columns);
  const width = b.columns;
  await eachRow(b.rows, (row) => {
    for (let at = a.rowStart[row] as number; at < (a.rowStart[row + 1] as number); at++) {
      const value = a.values[at] as number;
      addScaled(b.data, row * width, value, product.data, (a.columnOf[at] as number) * width, width);
    }
  });
  return product;
}

function addScaled(from: Float64Array, start: number, factor: number, to: Float64Array, at: number, count: number) {
  for (let i = 0; i < count; i++) to[at + i] = (to[at + i] as number) + factor * (from[start + i] as number);
}

/**
 * Turns the columns of a matrix into ones of length 1 that stand at right angles and span the same space (by the Cholesky
 * factor of their products with each other). A column that the ones before it span already becomes zero.
 */
export async function orthonormalise(matrix: Matrix): Promise<Matrix> {
  const { rows, columns, data } = matrix;
  const factor = cholesky(await products(matrix), columns);
  await eachRow(rows, (row) => {
    const at = row * columns;
    for (let i = 0; i < columns; i++) {
      const pivot = factor[i * columns + i] as number;
      let value = data[at + i] as number;
      for (let j = 0; j < i; j++) value -= (factor[i * columns + j] as number) * (data[at + j] as number);
      data[at + i] = pivot === 0 ? 0 : value / pivot;
    }
  });
  return matrix;
}

/** Each column multiplied with each: the lower half. */
async function products({ rows, columns, data }: Matrix): Promise<Float64Array> {
  const result = new Float64Array(columns * columns);
  await eachRow(rows, (row) => {
    const at = row * columns;
    for (let i = 0; i < columns; i++) addScaled(data, at, data[at + i] as number, result, i * columns, i + 1);
  });
  return result;
}

function cholesky(matrix: Float64Array, size: number): Float64Array {
  for (let i = 0; i < size; i++) {
    const whole = matrix[i * size + i] as number;
    for (let j = 0; j <= i; j++) {
      let value = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) value -= (matrix[i * size + k] as number) * (matrix[j * size + k] as number);
      const pivot = matrix[j * size + j] as number;
      if (i === j) matrix[i * size + i] = value > whole * 1e-10 ? Math.sqrt(value) : 0;
      else matrix[i * size + j] = pivot === 0 ? 0 : value / pivot;
    }
  }
  return matrix;
}
