import { expect, test } from "vitest";
import { Postings } from "~search/sqlite/postings";

const read = (postings: Postings, term: number) => {
  const found: [number, number][] = [];
  postings.visit(term, (from, to) => {
    for (let at = from; at < to; at++) found.push([postings.slots[at] ?? -1, postings.frequencies[at] ?? -1]);
  });
  return found;
};

test("each term's postings come back whole and in order, however many there are and however they came in between", () => {
  const postings = new Postings();
  const lengths = [0, 1, 2, 3, 6, 7, 14, 15, 1021, 1022, 1023, 2046, 2047, 3070, 3071, 9000];
  for (let slot = 0; slot < 9000; slot++) {
    for (const [term, length] of lengths.entries())
      if (slot < length) postings.add(term * 100, slot, (slot + term) % 65_536);
  }
  for (const [term, length] of lengths.entries()) {
    expect(postings.lengthOf(term * 100)).toBe(length);
    const expected = Array.from({ length }, (_, slot) => [slot, (slot + term) % 65_536]);
    expect(read(postings, term * 100)).toEqual(expected);
  }
  expect(read(postings, 999_999)).toEqual([]);
});
