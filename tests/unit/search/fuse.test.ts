import { expect, test } from "vitest";
import { fuse, mostCandidates } from "~search/meilisearch/candidates";

const ids = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}-${i}`);

test("one list stays as it is, and none gives nothing", () => {
  expect(fuse([{ ids: ["b", "a"], weight: 0.2 }])).toEqual(["b", "a"]);
  expect(fuse([])).toEqual([]);
});

test("what is in several lists comes before what stands higher in one, and each comes once", () => {
  const fused = fuse([
    { ids: ["a", "b", "c"], weight: 1 },
    { ids: ["d", "c"], weight: 1 },
  ]);
  expect(fused).toEqual(["c", "a", "d", "b"]);
});

test("a list of a rare word counts more than one of a common word", () => {
  const lists = [
    { ids: ids("common", 100), weight: 0.1 },
    { ids: ids("rare", 100), weight: 1 },
  ];
  const fused = fuse(lists);
  expect(fused).toHaveLength(mostCandidates);
  expect(fused.slice(0, 100)).toEqual(ids("rare", 100));
});
