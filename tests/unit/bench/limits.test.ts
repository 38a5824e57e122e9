import { expect, test } from "vitest";
import { compareWithLimits, type Measured } from "../../bench/limits";

const times = (p95: number, p50 = p95 / 4) => ({ p50, p95, p99: 2 * p95 });
const quality = (ndcg10: number) => ({ ndcg10 });
const relevance = (collection: string, ours = 0.6) => ({
  collection,
  sqlite: quality(ours),
  plainFts5: quality(0.5),
  sqliteTypos: quality(0.55),
  plainFts5Typos: quality(0.3),
});
const raced = (p95: number) => ({
  sqlite: { ...times(p95), cpuMsMean: 2 },
  plainFts5: times(2 * p95),
  meilisearch: { ...times(p95), said: times(10), unsaid: times(12) },
});
const filled = { entriesPerSecond: 2000, diskMb: 30, memoryMb: 20 };
const speed = (entries: number) => ({
  entries,
  index: { sqlite: { ...filled, loadMs: 100 }, plainFts5: { ...filled, memoryMb: null }, meilisearch: filled },
  search: raced(entries > 10_000 ? 20 : 8),
  adapter: { requestsAlone: times(10), adapter: times(12, 3) },
  broad: raced(30),
  suggest: { sqlite: times(8), plainFts5: times(4) },
  update: times(5),
  waiting: { ...times(8), longest: 20 },
});
const found = (value: number) => ({ all: { entries: 24, precision5: value, recall10: value } });
const links = (set: string, ours = 0.4) => ({
  set,
  suggestions: found(ours),
  plainBm25: found(0.2),
  longestCpuMs: 100,
});
const rate = (value: number) => ({ per_second: value, per_core_second: value });

const waited = (p99: number) => ({ p50: 10, p95: 100, p99, requests: 900, failed: 0 });

/** A run that keeps every limit. */
const measured = () => ({
  search: {
    relevance: ["seeds, tuning", "seeds, held-out"].map((name) => relevance(name)),
  },
  links: {
    sets: ["tuning", "held-out"].map((set) => links(set)),
    speed: [{ targets: 74, medianCpuMs: 100 }],
    weights: {},
  },
  speed: [1_000, 10_000, 100_000].map(speed),
  server: {
    entries: 10_000,
    crowd: { knee: 160 },
    load: { search: rate(200), healthz: rate(4000) },
    weights: [
      { scripts_kb: 5, all_kb: 60 },
      { scripts_kb: 15, all_kb: 100 },
    ],
    start: { second_start_ms: 600, bare_node_ms: 40 },
    import: { five_documents_ms: 1500, command_alone_ms: 500 },
  },
  bombs: {
    rounds: 5,
    longest: [{ name: "quotes", ms: 2000, server_cpu_ms: 10 }],
    wrong: [] as string[],
    readers: { rate: 30, beside: waited(300), alone: waited(200) },
  },
});

const broken = (result: Measured) =>
  compareWithLimits(result)
    .filter(({ ok }) => ok === false)
    .map(({ name, measured: value, limit }) => `${name}: ${value}, ${limit}`);

test("a run that keeps every limit is ok, to the very limit, and each number stands beside what it is compared with", () => {
  const compared = compareWithLimits(measured());
  expect(compared.filter(({ ok }) => ok !== true)).toEqual([]);
  expect(compared[0]).toEqual({
    name: "search with five facets and extracts, 10000 entries, p95 in ms",
    measured: 8,
    limit: "at most 8",
    ok: true,
    beside: { name: "plain FTS5", measured: 16, ratio: 0.5 },
  });
});

test("a number over its limit, or under it, is not ok", () => {
  const result = measured();
  result.server.load.search = { per_second: 199, per_core_second: 230 };
  result.server.weights.push({ scripts_kb: 1, all_kb: 100.1 });
  const slow = result.speed.find(({ entries }) => entries === 100_000);
  if (slow) slow.search.sqlite.p95 = 20.1;
  expect(broken(result)).toEqual([
    "search with five facets and extracts, 100000 entries, p95 in ms: 20.1, at most 20",
    "searches beside Meilisearch, 100000 entries, p95 in ms: 20.1, at most 20",
    "search pages in a second by the clock, 10000 entries: 199, at least 200",
    "all of the heaviest page, kB gzipped: 100.1, at most 100",
  ]);
});

test("relevance is held against plain FTS5 of the same run, each set of queries by itself", () => {
  const result = measured();
  result.search.relevance[1] = relevance("seeds, held-out", 0.49);
  expect(broken(result)).toEqual(["nDCG@10 on the held-out queries: 0.49, at least 0.5"]);
});

test("suggested links are held against plain bm25 of the same run, and against the clock", () => {
  const result = measured();
  result.links.sets[1] = { ...links("held-out", 0.19), longestCpuMs: 101 };
  expect(broken(result)).toEqual([
    "precision at 5 of suggested links, held-out entries: 0.19, at least 0.2",
    "recall at 10 of suggested links, held-out entries: 0.19, at least 0.2",
    "suggesting links to one entry, held-out, longest in ms of processor time: 101, at most 100",
  ]);
});

test("where there is no Meilisearch, nothing is held against it", () => {
  const result = measured();
  const without = result.speed.map((one) => ({
    ...one,
    search: { ...one.search, meilisearch: null },
    adapter: null,
    broad: { ...one.broad, meilisearch: null },
  }));
  const compared = compareWithLimits({ ...result, speed: without });
  expect(compared.filter(({ ok }) => ok === false)).toEqual([]);
  expect(compared.filter(({ ok }) => ok === null)).toHaveLength(15);
});

test("a search that grows as fast as the entries do is too slow, however quick it is", () => {
  const result = measured();
  for (const [number, one] of result.speed.entries()) one.search.sqlite.p50 = 0.01 * 10 ** number;
  expect(broken(result)).toEqual([
    "growth of a search's p50 from 1000 to 10000 entries: 10, at most 9",
    "growth of a search's p50 from 10000 to 100000 entries: 10, at most 9",
  ]);
});

test("what was not measured is neither kept nor broken", () => {
  const { search, links, server, bombs } = measured();
  const numbersOfSpeed = 22;
  expect(compareWithLimits({ search, links }).filter(({ ok }) => ok === null)).toHaveLength(numbersOfSpeed + 10);
  const small = { search, links, bombs, speed: [speed(1_000)], server: { ...server, entries: 1_000, import: {} } };
  // The five beside Meilisearch at this size are there, the rates, the crowd and the import are not.
  expect(compareWithLimits(small).filter(({ ok }) => ok === null)).toHaveLength(numbersOfSpeed - 5 + 4);
  expect(broken(small)).toEqual([]);
});

test("a bomb that passes, takes long, or keeps readers waiting is told", () => {
  const result = measured();
  result.bombs.longest.unshift({ name: "an archive", ms: 2001, server_cpu_ms: 10 });
  result.bombs.wrong.push("an archive: 302");
  result.bombs.readers.beside = { ...waited(301), failed: 1 };
  expect(broken(result)).toEqual([
    "the bomb that takes longest, ms: 2001, at most 2000",
    "bombs that were neither refused nor tamed, and readers who got no page: 2, at most 0",
    "readers and searchers beside bombs, p99 in ms: 301, at most 300",
  ]);
});
