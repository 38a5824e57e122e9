import type { Measured } from "./limits";

type Speed = NonNullable<Measured["speed"]>[number];
interface Bar {
  label: string;
  kind: "sqlite" | "meilisearch" | "plainFts5";
  value: number;
  /** A second, longer reach: p95 behind p50. */
  reach?: number;
}

const engines = [
  ["sqlite", "embedded"],
  ["meilisearch", "Meilisearch"],
  ["plainFts5", "plain FTS5"],
] as const;
const digits = (value: number) =>
  value >= 100 ? Math.round(value) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const entriesOf = ({ entries }: Speed) => entries.toLocaleString("en");

/** The charts and the tables of docs/performance.md, by file name: `tables` is what stands between its two marks. */
export function reportSpeed(speeds: Speed[]): { charts: Record<string, string>; tables: string } {
  const timesOf = (what: "search" | "broad" | "suggest") => (speed: Speed) =>
    engines.flatMap(([kind, label]): Bar[] => {
      const of: { p50: number; p95: number } | null | undefined = (speed[what] as Partial<Speed["search"]>)[kind];
      return of ? [{ label, kind, value: of.p50, reach: of.p95 }] : [];
    });
  const indexOf = (part: "entriesPerSecond" | "diskMb" | "memoryMb") => (speed: Speed) =>
    engines.flatMap(([kind, label]): Bar[] => {
      const of = speed.index[kind];
      return typeof of === "string" || of[part] === null ? [] : [{ label, kind, value: of[part] }];
    });
  return {
    charts: {
      "performance-search.svg": chart(
        "Full searches, five facets and extracts: p50 and p95, ms",
        speeds,
        timesOf("search"),
      ),
      "performance-broad.svg": chart("Searches that match half the entries: p50 and p95, ms", speeds, timesOf("broad")),
      "performance-index.svg": chart("Entries indexed in a second", speeds, indexOf("entriesPerSecond")),
      "performance-memory.svg": chart("Memory of the index, MB", speeds, indexOf("memoryMb")),
    },
    tables: [
      table("search, p50 / p95 / p99 (ms)", speeds, (speed, kind) => times(speed.search[kind])),
      table("broad search, p50 / p95 / p99 (ms)", speeds, (speed, kind) => times(speed.broad[kind])),
      table("suggestion, p50 / p95 / p99 (ms)", speeds, (speed, kind) =>
        kind === "meilisearch" ? "as embedded" : times(speed.suggest[kind]),
      ),
      table("entries a second / disk (MB) / memory (MB)", speeds, (speed, kind) => {
        const of = speed.index[kind];
        return typeof of === "string" ? of : [of.entriesPerSecond, of.diskMb, of.memoryMb ?? "–"].join(" / ");
      }),
      onServer(speeds),
      own(speeds),
    ].join("\n\n"),
  };
}

const times = (of: { p50: number; p95: number; p99: number } | null) =>
  of ? [of.p50, of.p95, of.p99].map(digits).join(" / ") : "skipped";

function table(name: string, speeds: Speed[], cell: (speed: Speed, kind: Bar["kind"]) => string): string {
  const rows = speeds.map(
    (speed) => `| ${entriesOf(speed)} | ${engines.map(([kind]) => cell(speed, kind)).join(" | ")} |`,
  );
  return [`| ${name} | ${engines.map(([, label]) => label).join(" | ")} |`, "|---|---|---|---|", ...rows].join("\n");
}

/** What a search on Meilisearch is made of. */
function onServer(speeds: Speed[]): string {
  const rows = speeds.map(({ entries, search: { meilisearch }, adapter }) => {
    const parts = meilisearch &&
      adapter && [adapter.requestsAlone, adapter.adapter, meilisearch.said, meilisearch.unsaid];
    const cells = parts ? parts.map(times) : Array(4).fill("skipped");
    return `| ${entries.toLocaleString("en")} | ${cells.join(" | ")} |`;
  });
  return [
    "| Meilisearch, p50 / p95 / p99 (ms) | its requests alone | our adapter beside them | what the server says of itself | what it does not say |",
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

/** What only the embedded engine has. */
function own(speeds: Speed[]): string {
  const rows = speeds.map(({ entries, search, update, index, waiting }) => {
    const cells = [search.sqlite.cpuMsMean, times(update), index.sqlite.loadMs, times(waiting), waiting.longest];
    return `| ${entries.toLocaleString("en")} | ${cells.join(" | ")} |`;
  });
  return [
    "| entries | processor time a search (ms) | one change, p50 / p95 / p99 (ms) | read back at start (ms) | another answer while 20 searches run, p50 / p95 / p99 (ms) | longest |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

const barHeight = 16;
const left = 150;
const width = 720;

/** Bars on a scale on which each step is ten times the one before. */
function chart(title: string, speeds: Speed[], barsOf: (speed: Speed) => Bar[]): string {
  const groups = speeds.map((speed) => ({ name: `${entriesOf(speed)} entries`, bars: barsOf(speed) }));
  const all = groups
    .flatMap(({ bars }) => bars.flatMap(({ value, reach }) => [value, reach ?? value]))
    .filter((v) => v > 0);
  const lowest = 10 ** Math.floor(Math.log10(Math.min(1, ...all)));
  const highest = 10 ** Math.ceil(Math.log10(Math.max(10, ...all)));
  const x = (value: number) =>
    ((width - left - 110) * Math.log(Math.max(value, lowest) / lowest)) / Math.log(highest / lowest);
  const parts: string[] = [];
  let y = 34;
  for (const { name, bars } of groups) {
    parts.push(`<text x="0" y="${y + 12}" class="name">${name}</text>`);
    for (const { label, kind, value, reach } of bars) {
      if (reach)
        parts.push(`<rect x="${left}" y="${y + 2}" width="${x(reach).toFixed(1)}" height="12" class="${kind} far"/>`);
      parts.push(`<rect x="${left}" y="${y + 2}" width="${x(value).toFixed(1)}" height="12" class="${kind}"/>`);
      const numbers = [value, ...(reach ? [reach] : [])].map(digits).join(" / ");
      parts.push(`<text x="${(left + x(reach ?? value) + 6).toFixed(1)}" y="${y + 12}">${numbers} ${label}</text>`);
      y += barHeight + 2;
    }
    y += 10;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" role="img" aria-label="${title}">
<style>text{font:12px system-ui,sans-serif;fill:#333}.title{font-weight:600;font-size:14px}.sqlite{fill:#1d5c63}.meilisearch{fill:#b5651d}.plainFts5{fill:#8a8a8a}.far{opacity:.4}@media(prefers-color-scheme:dark){text{fill:#ddd}.sqlite{fill:#5fb3bd}.meilisearch{fill:#e0a060}}</style>
<text x="0" y="16" class="title">${title}</text>
${parts.join("\n")}
</svg>
`;
}
