/** Entries that are read and written at a time: far below SQLite's 32,766 parameters, and no long wait for anybody. */
const batchSize = 400;

export function* inBatches<T>(all: T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += batchSize) yield all.slice(start, start + batchSize);
}
