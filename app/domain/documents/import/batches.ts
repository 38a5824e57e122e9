// 300 rows of 13 columns stay far below SQLite's 32,766 parameters.
const batchSize = 300;

/** Rows in as many parts as one statement each can write. */
export function batches<Row>(rows: Row[]): Row[][] {
  const result: Row[][] = [];
  for (let start = 0; start < rows.length; start += batchSize) result.push(rows.slice(start, start + batchSize));
  return result;
}
