import { expect, test } from "vitest";
import { topByScore } from "~search/sqlite/top";
import { seededRandom } from "../../bench/random";

/** By score, then the higher slot. */
const bySorting = (slots: Uint32Array, scores: Float32Array, count: number) =>
  [...slots].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a).slice(0, count);

test.each([
  ["different scores", () => (random: () => number) => random() * 30],
  ["few different scores", () => (random: () => number) => Math.floor(random() * 5)],
  ["all the same", () => () => 7],
  ["none at all", () => () => 0],
  ["one far above the rest", () => (random: () => number) => (random() < 0.001 ? 1e6 : random())],
])("the best are those that sorting all would put first: %s", (_, score) => {
  const random = seededRandom(3);
  const scores = Float32Array.from({ length: 5000 }, () => score()(random));
  const slots = Uint32Array.from({ length: 4000 }, (_, i) => i + 500);
  for (const count of [0, 1, 20, 1000, 4000, 9000]) {
    expect(topByScore(slots, scores, count, (a, b) => a > b)).toEqual(bySorting(slots, scores, count));
  }
});
