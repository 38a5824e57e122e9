/** Longer words are compared by their beginnings. */
const longest = 40;
let before = new Uint8Array(longest + 1);
let last = new Uint8Array(longest + 1);
let row = new Uint8Array(longest + 1);

/**
 * Edits (a letter added, left out, changed, or two neighbours swapped) that turn `a` into `b`, or into any beginning of `b`
 * when `prefix` is set. Anything above `limit` answers `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number, prefix = false): number {
  const rows = Math.min(a.length, longest);
  const columns = Math.min(b.length, longest);
  if (rows - columns > limit || (!prefix && columns - rows > limit)) return limit + 1;
  for (let j = 0; j <= columns; j++) last[j] = j;
  for (let i = 1; i <= rows; i++) {
    row[0] = i;
    let best = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= columns; j++) {
      const other = b.charCodeAt(j - 1);
      let edits = (last[j - 1] as number) + (letter === other ? 0 : 1);
      edits = Math.min(edits, (last[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        edits = Math.min(edits, (before[j - 2] as number) + 1);
      }
      row[j] = edits;
      if (edits < best) best = edits;
    }
    // A swap may still reach back two rows, so one row above the limit is not the end.
    if (best > limit + 1) return limit + 1;
    [before, last, row] = [last, row, before];
  }
  let edits = last[columns] as number;
  if (prefix) for (let j = 0; j < columns; j++) edits = Math.min(edits, last[j] as number);
  return Math.min(edits, limit + 1);
}
