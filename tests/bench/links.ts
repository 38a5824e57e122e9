import { monitorEventLoopDelay } from "node:perf_hooks";
import SQLite from "better-sqlite3";
import { anyWord } from "~search/evaluate/plain-fts5.server";
import { chanceOf, type Weights, type weightsOf } from "~search/links/chance";
import { judgeTargets, type Signals, signalNames } from "~search/links/judge-targets";
import type { LinkCorpus, LinkedEntry, LinkTarget } from "~search/links/link-corpus.server";
import { buildLinkIndex } from "~search/links/link-index.server";
import { suggestLinks } from "~search/links/suggest-links";
import type { LinkDraft } from "~search/port";
import type { Thesaurus } from "~search/query/thesaurus";

export const linkSets = ["tuning", "held-out"] as const;
type LinkSet = (typeof linkSets)[number];

/** What a list of suggestions is worth, on average over entries. */
interface Found {
  entries: number;
  precision5: number;
  recall10: number;
}

type Kind = LinkTarget["kind"];
const kindsOf: Record<string, readonly Kind[]> = {
  all: ["provision", "tool"],
  recommendations: ["provision"],
  tools: ["tool"],
};

/** Every other city: what one city did is told in several entries, which must not stand in both halves. */
function ofSet({ entries }: LinkCorpus, set: LinkSet): LinkedEntry[] {
  const cities = [...new Set(entries.map(({ city }) => city))].sort();
  return entries.filter(({ city }) => cities.indexOf(city) % 2 === linkSets.indexOf(set));
}

/**
 * What is known when an entry is judged: its links, the provisions that it was made from, and all that the library holds of the
 * same city are hidden, from neighbours, counts and notes too.
 */
const without = (corpus: LinkCorpus, { sources, city }: LinkedEntry, entries = corpus.entries): LinkCorpus => ({
  ...corpus,
  targets: corpus.targets.filter(({ id }) => !sources.includes(id)),
  entries: entries.filter((entry) => entry.city !== city),
});

const asDraft = ({ language, title, text, codes }: LinkedEntry): LinkDraft => ({
  ...{ language, title, codes },
  texts: [text],
  linked: [],
});

interface Ranked {
  wanted: string[];
  ids: { id: string; kind: Kind }[];
}

/** Our suggestions and plain bm25 (porter stems, any word) over the same targets' text. */
export async function measureLinks(corpus: LinkCorpus, thesaurus: Thesaurus, set: LinkSet) {
  const ours: Ranked[] = [];
  const plain: Ranked[] = [];
  const times: number[] = [];
  for (const entry of ofSet(corpus, set)) {
    const known = without(corpus, entry);
    const index = await buildLinkIndex(known, thesaurus);
    const isTarget = new Set(known.targets.map(({ id }) => id));
    const wanted = entry.links.map(({ to }) => to).filter((id) => isTarget.has(id));
    const begun = process.cpuUsage();
    const ids = suggestLinks(index, asDraft(entry), { limit: known.targets.length });
    const { user, system } = process.cpuUsage(begun);
    times.push((user + system) / 1000);
    ours.push({ wanted, ids });
    plain.push({ wanted, ids: plainBm25(known.targets, entry) });
  }
  const found = (lists: Ranked[]) =>
    Object.fromEntries(Object.entries(kindsOf).map(([name, kinds]) => [name, rate(lists, kinds)]));
  return { set, suggestions: found(ours), plainBm25: found(plain), longestCpuMs: Math.max(...times) };
}

function plainBm25(targets: readonly LinkTarget[], { title, text }: LinkedEntry): Ranked["ids"] {
  const sqlite = new SQLite(":memory:");
  try {
    sqlite.exec("create virtual table plain using fts5(title, text, tokenize = 'porter unicode61')");
    const insert = sqlite.prepare("insert into plain (rowid, title, text) values (?, ?, ?)");
    for (const [row, target] of targets.entries()) insert.run(row + 1, target.names.join("\n"), target.text);
    const select = sqlite.prepare("select rowid from plain where plain match ? order by rank").pluck();
    const rows = select.all(anyWord(`${title} ${text}`)) as number[];
    return rows.flatMap((row) => targets[row - 1] ?? []);
  } finally {
    sqlite.close();
  }
}

function rate(lists: readonly Ranked[], kinds: readonly Kind[]): Found {
  let precision = 0;
  let recall = 0;
  let entries = 0;
  for (const { wanted, ids } of lists) {
    const shown = ids.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
    const possible = wanted.filter((id) => kinds.includes(id.includes("/") ? "provision" : "tool"));
    if (possible.length === 0) continue;
    const right = (first: number) => shown.slice(0, first).filter((id) => possible.includes(id)).length;
    entries += 1;
    precision += right(5) / 5;
    recall += right(10) / possible.length;
  }
  const mean = (sum: number) => Math.round((1e4 * sum) / entries) / 1e4;
  return { entries, precision5: mean(precision), recall10: mean(recall) };
}

interface Example {
  signals: Signals;
  kind: Kind;
  wanted: number;
}

/** Learns the weights anew, from the tuning half alone: the other half is hidden from neighbours, counts and notes too. */
export async function fitWeights(corpus: LinkCorpus, thesaurus: Thesaurus): Promise<typeof weightsOf> {
  const half = ofSet(corpus, "tuning");
  const examples: Example[] = [];
  for (const entry of half) {
    const index = await buildLinkIndex(without(corpus, entry, half), thesaurus);
    for (const { index: place, signals } of judgeTargets(index, asDraft(entry)).judged) {
      const target = index.targets[place]?.target;
      if (!target) continue;
      examples.push({ signals, kind: target.kind, wanted: entry.links.some(({ to }) => to === target.id) ? 1 : 0 });
    }
  }
  const of = (kind: Kind) => descend(examples.filter((example) => example.kind === kind));
  return { provision: of("provision"), tool: of("tool") };
}

const steps = 3000;
const stepLength = 2;
/** Keeps weights small that few examples speak for. */
const ridge = 3;

/** Logistic regression; no signal may speak against a link. */
function descend(examples: readonly Example[]): Weights {
  const none = Object.fromEntries(signalNames.map((name) => [name, 0])) as Signals;
  const scale = { ...none };
  for (const name of signalNames)
    scale[name] = Math.sqrt(examples.reduce((sum, { signals }) => sum + signals[name] ** 2, 0) / examples.length) || 1;
  const weights: Weights = { start: 0, ...none };
  for (let step = 0; step < steps; step++) {
    const slope: Weights = { start: 0, ...none };
    for (const { signals, wanted } of examples) {
      const off = chanceOf(signals, weights) - wanted;
      slope.start += off;
      for (const name of signalNames) slope[name] += (off * signals[name]) / scale[name];
    }
    weights.start -= (stepLength * slope.start) / examples.length;
    for (const name of signalNames) {
      const scaled = weights[name] * scale[name];
      const next = scaled - (stepLength * (slope[name] + ridge * scaled)) / examples.length;
      weights[name] = Math.max(0, next) / scale[name];
    }
  }
  const rounded = Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 100) / 100]);
  return Object.fromEntries(rounded) as Weights;
}

/** The library so many times over, and a draft as long as its fields allow: what one answer costs, and what building the index holds up. */
export async function measureSpeed(corpus: LinkCorpus, thesaurus: Thesaurus, copies: number) {
  const copy = (number: number) => (id: string) => (number === 0 ? id : `${id}-${number}`);
  const times = <T>(list: readonly T[], make: (one: T, name: (id: string) => string) => T): T[] =>
    Array.from({ length: copies }, (_, number) => list.map((one) => make(one, copy(number)))).flat();
  const large: LinkCorpus = {
    ...corpus,
    targets: times(corpus.targets, (target, name) => ({ ...target, id: name(target.id) })),
    entries: times(corpus.entries, (entry, name) => ({
      ...entry,
      id: name(entry.id),
      links: entry.links.map(({ to, note }) => ({ to: name(to), note })),
    })),
    relations: times(corpus.relations, (one, name) => ({ ...one, from: name(one.from), to: name(one.to) })),
  };
  const held = monitorEventLoopDelay({ resolution: 5 });
  held.enable();
  const begun = performance.now();
  const index = await buildLinkIndex(large, thesaurus);
  const buildMs = Math.round(performance.now() - begun);
  held.disable();
  const [first] = corpus.entries;
  const words = corpus.entries.map(({ text }) => text).join(" ");
  const draft: LinkDraft = {
    ...{ language: "en", title: first?.title ?? "", codes: first?.codes ?? [], linked: [] },
    texts: [words.slice(0, fullDraft)],
  };
  const cpu: number[] = [];
  for (let run = 0; run < 5; run++) {
    const start = process.cpuUsage();
    suggestLinks(index, draft);
    const { user, system } = process.cpuUsage(start);
    cpu.push(Math.round((user + system) / 1000));
  }
  cpu.sort((a, b) => a - b);
  return {
    targets: large.targets.length,
    entries: large.entries.length,
    draftCharacters: draft.texts.join("").length,
    buildMs,
    longestHeldUpMs: Math.round(held.max / 1e6),
    medianCpuMs: cpu[2] ?? null,
  };
}

/** A case study with every text filled in well. */
const fullDraft = 40_000;
