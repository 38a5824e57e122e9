/** What the parts of the bench print, as far as it has a limit. A part that was left out is absent. */
export interface Measured {
  search?: {
    relevance: {
      collection: string;
      sqlite: Quality;
      plainFts5: Quality;
      sqliteTypos: Quality;
      plainFts5Typos: Quality;
    }[];
  };
  links?: { sets: LinksFound[]; speed: { targets: number; medianCpuMs: number | null }[]; weights: unknown };
  speed?: Speed[];
  server?: {
    entries: number;
    load: { search: Rate; healthz: Rate };
    crowd: { knee: number };
    weights: { scripts_kb: number; all_kb: number }[];
    start: { second_start_ms: number; bare_node_ms: number };
    import: { five_documents_ms?: number; command_alone_ms?: number };
  };
  /** Hostile texts and files, and what readers wait meanwhile. */
  bombs?: {
    rounds: number;
    /** How long each took at most. */
    longest: { name: string; ms: number; server_cpu_ms: number }[];
    /** Neither refused nor tamed. */
    wrong: string[];
    readers: Record<"beside" | "alone", Times & { requests: number; failed: number }> & { rate: number };
  };
}
type Quality = { ndcg10: number };
type Found = Record<string, { entries: number; precision5: number; recall10: number }>;
/** Links that are suggested, to each half of the seeded entries. */
interface LinksFound {
  set: string;
  suggestions: Found;
  plainBm25: Found;
  longestCpuMs: number;
}
interface Times {
  p50: number;
  p95: number;
  p99: number;
}
interface Raced {
  sqlite: Times & { cpuMsMean: number };
  plainFts5: Times;
  /** `said`: what the server itself says that it took; `unsaid`: the rest. */
  meilisearch: (Times & { said: Times; unsaid: Times }) | null;
}
interface Filled {
  entriesPerSecond: number;
  diskMb: number;
  memoryMb: number | null;
}
/** The search engines at one number of entries. */
interface Speed {
  entries: number;
  index: { sqlite: Filled & { loadMs: number }; plainFts5: Filled; meilisearch: Filled | "skipped" };
  search: Raced;
  /** The requests of a search alone, and what our code adds to them. */
  adapter: { requestsAlone: Times; adapter: Times } | null;
  broad: Raced;
  suggest: { sqlite: Times; plainFts5: Times };
  update: Times;
  /** Other answers while searches run. */
  waiting: Times & { longest: number };
}
type Rate = { per_second: number; per_core_second: number | null };
/** Finds a number in what was measured. */
type Find = (measured: Measured) => number | null | undefined;

interface Limit {
  name: string;
  of: Find;
  /** "beside": the limit is what was measured beside it. */
  limit: ["at most" | "at least", number | "beside"];
  /** Measured in the same run, to compare with. */
  beside?: [name: string, of: Find];
}

const speedAt =
  <T>(entries: number, find: (speed: Speed) => T): ((measured: Measured) => T | undefined) =>
  (measured) => {
    const speed = measured.speed?.find((one) => one.entries === entries);
    return speed && find(speed);
  };
const loadAt = (entries: number) => (measured: Measured) =>
  measured.server?.entries === entries ? measured.server.load : undefined;

function speedLimit(what: "search" | "suggest", name: string, entries: number, ms: number): Limit {
  return {
    name: `${name}, ${entries} entries, p95 in ms`,
    of: speedAt(entries, (speed) => speed[what].sqlite.p95),
    limit: ["at most", ms],
    beside: ["plain FTS5", speedAt(entries, (speed) => speed[what].plainFts5.p95)],
  };
}

/** The embedded engine is never slower than Meilisearch, whose adapter costs little beside the server itself. */
const besideMeilisearch = [1_000, 10_000, 100_000].flatMap((entries): Limit[] => [
  ...(["search", "broad"] as const).flatMap((what) =>
    (["p50", "p95"] as const).map(
      (part): Limit => ({
        name: `${what === "broad" ? "broad searches" : "searches"} beside Meilisearch, ${entries} entries, ${part} in ms`,
        of: speedAt(entries, (speed) => speed[what].sqlite[part]),
        limit: ["at most", "beside"],
        beside: ["Meilisearch", speedAt(entries, (speed) => speed[what].meilisearch?.[part])],
      }),
    ),
  ),
  {
    name: `Meilisearch's adapter, ${entries} entries, p50 in ms`,
    of: speedAt(entries, (speed) => speed.adapter?.adapter.p50),
    limit: ["at most", 3],
  },
]);

/** Ten times the entries cost less than ten times as much. */
const growth = (from: number, to: number): Limit => ({
  name: `growth of a search's p50 from ${from} to ${to} entries`,
  of: (measured) =>
    ratio(
      speedAt(to, (speed) => speed.search.sqlite.p50)(measured) ?? null,
      speedAt(from, (speed) => speed.search.sqlite.p50)(measured) ?? null,
    ),
  limit: ["at most", 9],
});

function relevanceLimits(set: string): Limit[] {
  const of = (key: "sqlite" | "plainFts5" | "sqliteTypos" | "plainFts5Typos") => (measured: Measured) =>
    measured.search?.relevance.find(({ collection }) => collection === `seeds, ${set}`)?.[key].ndcg10;
  const limit: Limit["limit"] = ["at least", "beside"];
  const plain = "plain FTS5 (porter, bm25)";
  return [
    { name: `nDCG@10 on the ${set} queries`, of: of("sqlite"), limit, beside: [plain, of("plainFts5")] },
    {
      name: `nDCG@10 on the ${set} queries with typing errors`,
      of: of("sqliteTypos"),
      limit,
      beside: [plain, of("plainFts5Typos")],
    },
  ];
}

/** What is suggested is right more often than what plain bm25 finds. */
const linkLimits = (["tuning", "held-out"] as const).flatMap((set): Limit[] => {
  const of = (who: "suggestions" | "plainBm25", key: "precision5" | "recall10") => (measured: Measured) =>
    measured.links?.sets.find((one) => one.set === set)?.[who].all?.[key];
  const plain = "plain bm25 (porter)";
  return [
    {
      name: `precision at 5 of suggested links, ${set} entries`,
      of: of("suggestions", "precision5"),
      limit: ["at least", "beside"],
      beside: [plain, of("plainBm25", "precision5")],
    },
    {
      name: `recall at 10 of suggested links, ${set} entries`,
      of: of("suggestions", "recall10"),
      limit: ["at least", "beside"],
      beside: [plain, of("plainBm25", "recall10")],
    },
    {
      name: `suggesting links to one entry, ${set}, longest in ms of processor time`,
      of: (measured) => measured.links?.sets.find((one) => one.set === set)?.longestCpuMs,
      limit: ["at most", 100],
    },
  ];
});

const linkSpeed: Limit = {
  name: "suggesting links to a full draft in the seeded library, ms of processor time",
  of: (measured) => measured.links?.speed[0]?.medianCpuMs,
  limit: ["at most", 100],
};

function rateLimit(key: keyof Rate, name: string): Limit {
  return {
    name: `search pages ${name}, 10000 entries`,
    of: (measured) => loadAt(10_000)(measured)?.search[key],
    limit: ["at least", 200],
    beside: ["answers without a page", (measured) => loadAt(10_000)(measured)?.healthz[key]],
  };
}

const heaviest = (key: "scripts_kb" | "all_kb") => (measured: Measured) =>
  measured.server && Math.max(...measured.server.weights.map((page) => page[key]));

const limits: Limit[] = [
  speedLimit("search", "search with five facets and extracts", 10_000, 8),
  speedLimit("search", "search with five facets and extracts", 100_000, 20),
  speedLimit("suggest", "suggestions as one types", 10_000, 8),
  speedLimit("suggest", "suggestions as one types", 100_000, 8),
  growth(1_000, 10_000),
  growth(10_000, 100_000),
  ...besideMeilisearch,
  {
    name: "another answer while 20 searches run, 100000 entries, longest in ms",
    of: speedAt(100_000, (speed) => speed.waiting.longest),
    limit: ["at most", 20],
  },
  ...relevanceLimits("tuning"),
  ...relevanceLimits("held-out"),
  ...linkLimits,
  linkSpeed,
  rateLimit("per_core_second", "in a second of processor time"),
  rateLimit("per_second", "in a second by the clock"),
  {
    name: "requests a second of 500 members and readers, 10000 entries, with a p99 of 250 ms and no error",
    of: ({ server }) => (server?.entries === 10_000 ? server.crowd.knee : undefined),
    limit: ["at least", 150],
  },
  { name: "JavaScript of the page with most of it, kB gzipped", of: heaviest("scripts_kb"), limit: ["at most", 15] },
  { name: "all of the heaviest page, kB gzipped", of: heaviest("all_kb"), limit: ["at most", 100] },
  {
    name: "second `npm start` to listening, ms",
    of: ({ server }) => server?.start.second_start_ms,
    limit: ["at most", 2000],
    beside: ["node doing nothing", ({ server }) => server?.start.bare_node_ms],
  },
  {
    name: "import of the five source documents, ms",
    of: ({ server }) => server?.import.five_documents_ms,
    limit: ["at most", 2000],
    beside: ["polylogue --version", ({ server }) => server?.import.command_alone_ms],
  },
  { name: "the bomb that takes longest, ms", of: ({ bombs }) => bombs?.longest[0]?.ms, limit: ["at most", 2000] },
  {
    name: "bombs that were neither refused nor tamed, and readers who got no page",
    of: ({ bombs }) => bombs && bombs.wrong.length + bombs.readers.beside.failed,
    limit: ["at most", 0],
  },
  {
    name: "readers and searchers beside bombs, p99 in ms",
    of: ({ bombs }) => bombs?.readers.beside.p99,
    limit: ["at most", 300],
    beside: ["the same without bombs", ({ bombs }) => bombs?.readers.alone.p99],
  },
];

/**
 * Holds a run against the limits. `ok` is null for what the run did not measure: a part that was left out, a size that
 * `--quick` does not reach, documents that are absent.
 */
export function compareWithLimits(measured: Measured) {
  return limits.map(({ name, of, limit: [direction, bound], beside }) => {
    const value = of(measured) ?? null;
    const other = beside?.[1](measured) ?? null;
    const limit = bound === "beside" ? other : bound;
    return {
      name,
      measured: value,
      limit: `${direction} ${limit ?? beside?.[0]}`,
      ok: value === null || limit === null ? null : direction === "at most" ? value <= limit : value >= limit,
      ...(beside && { beside: { name: beside[0], measured: other, ratio: ratio(value, other) } }),
    };
  });
}

function ratio(value: number | null, other: number | null): number | null {
  return value === null || !other ? null : Math.round((value / other) * 100) / 100;
}
