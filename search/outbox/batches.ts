/** Entries that are read and written at a time: far below SQLite's 32,766 parameters, and no long wait for anybody. */
const batchSize = 400;

export function* inBatches<T>(all: T[], size = batchSize): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
