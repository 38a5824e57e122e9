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

test("of a few slots those are found that have the term, wherever they stand in its postings", () => {
  const postings = new Postings();
  const has = (slot: number) => slot % 3 === 0 || slot % 7 === 0;
  for (let slot = 1; slot < 12_000; slot++) if (has(slot)) postings.add(5, slot, slot);
  const wantedSets = [[], [1], [3], [11_999], [20_000], [1, 2, 3, 7, 8, 9, 6000, 6001, 11_997, 11_998, 11_999, 13_000]];
  wantedSets.push(Array.from({ length: 2000 }, (_, i) => 5 * i + 1));
  for (const wanted of wantedSets) {
    const found: [number, number][] = [];
    postings.find(5, Uint32Array.from(wanted), (at) => {
      found.push([postings.slots[at] ?? -1, postings.frequencies[at] ?? -1]);
    });
    expect(found).toEqual(wanted.filter((slot) => slot < 12_000 && has(slot)).map((slot) => [slot, slot]));
  }
  postings.find(6, Uint32Array.of(3), () => expect.unreachable());
});
