import { setImmediate } from "node:timers/promises";
import type { Thesaurus } from "../query/thesaurus";
import type { LinkCorpus, LinkedEntry, LinkTarget } from "./link-corpus.server";
import { TermReader } from "./term-reader";
import { type Counts, countTerms, titleWorth, toVector, type Vector } from "./vectors";

interface Weighed {
  /** What it says. */
  vector: Vector;
  /** Its themes, rights, groups and goals. */
  codes: Vector;
}

interface WeighedTarget extends Weighed {
  target: LinkTarget;
  /** What those say who link to it. */
  notes: Vector;
  /** The names of a tool. */
  names: Vector;
  /** Those that answer it or that it answers, and those with which it stands in the concordance. */
  related: string[];
  /** How many entries link to it. */
  linked: number;
}

interface WeighedEntry extends Weighed {
  entry: LinkedEntry;
}

/** What suggestions are made from, made ready once for many drafts. */
export interface LinkIndex {
  targets: WeighedTarget[];
  entries: WeighedEntry[];
  reader: TermReader;
  weigh(counts: Counts): Vector;
  weighCodes(codes: readonly string[]): Vector;
}

/** A few milliseconds of reading; then whoever waits gets a turn. */
const textsInATurn = 10;

export async function buildLinkIndex(corpus: LinkCorpus, thesaurus: Thesaurus): Promise<LinkIndex> {
  const { targets, entries, relations, labels, places } = corpus;
  const groups = thesaurus.map(({ terms }, number) => ({ key: String(number), terms }));
  const reader = new TermReader([...groups, ...labels.map(({ code, terms }) => ({ key: code, terms }))], places);
  let read = 0;
  const count = async (text: string, language: string, worth = 1, counts: Counts = new Map()): Promise<Counts> => {
    read += 1;
    if (read % textsInATurn === 0) await setImmediate();
    return countTerms(reader.read(text, language), worth, counts);
  };

  const targetCounts: Counts[] = [];
  for (const { names, text, language } of targets)
    targetCounts.push(await count(text, language, 1, await count(names.join("\n"), language, titleWorth)));
  const entryCounts: Counts[] = [];
  for (const { title, text, language } of entries)
    entryCounts.push(await count(text, language, 1, await count(title, language, titleWorth)));

  const noteCounts = new Map(targets.map(({ id }): [string, Counts] => [id, new Map()]));
  const linked = new Map<string, number>();
  for (const { links, language } of entries) {
    for (const { to, note } of links) {
      linked.set(to, (linked.get(to) ?? 0) + 1);
      const counts = noteCounts.get(to);
      if (note && counts) await count(note, language, 1, counts);
    }
  }
  const related = new Map(targets.map(({ id }): [string, Set<string>] => [id, new Set()]));
  for (const { from, to, type, note } of relations) {
    related.get(from)?.add(to);
    related.get(to)?.add(from);
    // A note of the concordance speaks of two recommendations, and of what they do not share.
    const counts = noteCounts.get(to);
    if (type === "answers" && note && counts) await count(note, "en", 1, counts);
  }

  const rarityOf = rarity([...targetCounts, ...entryCounts]);
  const codeRarityOf = rarity([...targets, ...entries].map(({ codes }) => new Map(codes.map((code) => [code, 1]))));
  const weigh = (counts: Counts) => toVector(counts, rarityOf);
  const weighCodes = (codes: readonly string[]) => toVector(new Map(codes.map((code) => [code, 1])), codeRarityOf);
  const names = await Promise.all(targets.map(({ names, language }) => count(names.join("\n"), language)));
  return {
    reader,
    weigh,
    weighCodes,
    targets: targets.map((target, i) => ({
      target,
      vector: weigh(targetCounts[i] ?? new Map()),
      codes: weighCodes(target.codes),
      notes: weigh(noteCounts.get(target.id) ?? new Map()),
      names: weigh(names[i] ?? new Map()),
      related: [...(related.get(target.id) ?? [])],
      linked: linked.get(target.id) ?? 0,
    })),
    entries: entries.map((entry, i) => ({
      entry,
      vector: weigh(entryCounts[i] ?? new Map()),
      codes: weighCodes(entry.codes),
    })),
  };
}

/** What of a term is known tells how much it tells: one that no text has leads nowhere. */
function rarity(texts: readonly Counts[]): (term: string) => number {
  const having = new Map<string, number>();
  for (const text of texts) for (const term of text.keys()) having.set(term, (having.get(term) ?? 0) + 1);
  return (term) => {
    const count = having.get(term);
    return count === undefined ? 0 : Math.log(1 + texts.length / count);
  };
}
