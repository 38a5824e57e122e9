import { baseLanguage } from "../analysis/script";
import { dateNumber } from "../query/date-bounds";
import type { Place } from "../query/distance";
import type { AnalysedEntry } from "./analyse-entry";
import { FacetColumns } from "./facet-columns";
import type { FacetValues } from "./facet-values";
import { Arena, grown } from "./growing";
import { Postings } from "./postings";
import type { Vocabulary } from "./vocabulary";

/** What is kept of an entry besides its numbers. */
export interface EntryFacts {
  id: string;
  kind: string;
  language: string;
  title: string;
  date: string | null;
  /** From 0, none, to 3, peer-confirmed. */
  evidence: number;
  location: Place | null;
}

/** A number for a sequence of words, to find titles by; equal sequences share it, others rarely. */
export function sequenceHash(words: ArrayLike<number>, start: number, end: number): number {
  let hash = 2166136261;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (words[i] as number), 16777619);
  return hash >>> 0;
}

/**
 * The index in memory: a slot for each entry, and the postings of each term. An entry that changes gets another slot, because
 * postings that told of the old one stay where they are: `isLive` says which slots still count.
 */
export class Columns {
  readonly ids: (string | undefined)[] = [];
  readonly titles: string[] = [];
  readonly kinds: string[] = [];
  readonly languages: string[] = [];
  readonly slotOf = new Map<string, number>();
  readonly languageCounts = new Map<string, number>();
  /** Words in order, from `wordStart` to `wordEnd`; title words first, the body from `headEnd`. */
  readonly words = new Arena(new Uint32Array(64));
  wordStart = new Uint32Array(64);
  titleEnd = new Uint32Array(64);
  headEnd = new Uint32Array(64);
  wordEnd = new Uint32Array(64);
  /** Which entries have a stem, with packed frequencies. */
  readonly postings = new Postings();
  readonly facets: FacetColumns;
  titleLength = new Uint16Array(64);
  bodyLength = new Uint32Array(64);
  date = new Float64Array(64);
  /** Breaks ties: evidence first, then the date. */
  tie = new Float64Array(64);
  /** NaN: it has no place. */
  latitude = new Float64Array(64);
  longitude = new Float64Array(64);
  count = 0;
  /** Slots of entries that are gone: postings still name them. */
  readonly deadSlots: number[] = [];
  totalTitleLength = 0;
  totalBodyLength = 0;
  private readonly slotsOfTitle = new Map<number, number[]>();

  constructor(
    private readonly vocabulary: Vocabulary,
    facetValues: FacetValues,
  ) {
    this.facets = new FacetColumns(facetValues);
  }

  /** One more than the highest slot. */
  get size(): number {
    return this.ids.length;
  }

  /** Slot 0 is left out: SQLite's row ids begin with 1. */
  get nextSlot(): number {
    return Math.max(1, this.size);
  }

  isLive(slot: number): boolean {
    return this.ids[slot] !== undefined;
  }

  /** Adds an entry in a slot higher than all before it. */
  set(slot: number, facts: EntryFacts, entry: AnalysedEntry): void {
    this.reserve(slot + 1);
    this.ids[slot] = facts.id;
    this.titles[slot] = facts.title;
    this.kinds[slot] = facts.kind;
    this.languages[slot] = facts.language;
    this.slotOf.set(facts.id, slot);
    const start = this.words.append(entry.words);
    this.wordStart[slot] = start;
    this.titleEnd[slot] = start + entry.titleWords;
    this.headEnd[slot] = start + entry.headWords;
    this.wordEnd[slot] = start + entry.words.length;
    for (let i = 0; i < entry.terms.length; i++) {
      this.postings.add(entry.terms[i] as number, slot, entry.frequencies[i] as number);
    }
    this.facets.add(slot, entry.facetValues);
    this.titleLength[slot] = entry.titleLength;
    this.bodyLength[slot] = entry.bodyLength;
    this.date[slot] = dateNumber(facts.date);
    this.tie[slot] = facts.evidence * 1e9 + (this.date[slot] ?? 0);
    this.latitude[slot] = facts.location?.latitude ?? Number.NaN;
    this.longitude[slot] = facts.location?.longitude ?? Number.NaN;
    this.tally(slot, entry.terms, 1);
  }

  /** Takes an entry out; `terms` are its stems. */
  drop(slot: number, terms: ArrayLike<number>): void {
    const id = this.ids[slot];
    if (id === undefined) return;
    this.tally(slot, terms, -1);
    this.ids[slot] = undefined;
    this.deadSlots.push(slot);
    this.slotOf.delete(id);
  }

  /** Entries of which the title or a name is this sequence of words. */
  withTitle(words: number[]): number[] {
    const slots = this.slotsOfTitle.get(sequenceHash(words, 0, words.length)) ?? [];
    return slots.filter((slot) => this.headParts(slot).some(([start, end]) => this.equals(words, start, end)));
  }

  /** Where title and names begin and end in `words`. */
  headParts(slot: number): [number, number][] {
    const parts: [number, number][] = [];
    const end = this.headEnd[slot] as number;
    let start = this.wordStart[slot] as number;
    for (let at = start; at < end; at++) {
      if (this.words.data[at] !== 0) continue;
      if (at > start) parts.push([start, at]);
      start = at + 1;
    }
    return parts;
  }

  private equals(words: number[], start: number, end: number): boolean {
    return end - start === words.length && words.every((word, i) => this.words.data[start + i] === word);
  }

  /** Adds an entry to the totals (1), or takes it out (-1). */
  private tally(slot: number, terms: ArrayLike<number>, sign: 1 | -1): void {
    const { vocabulary } = this;
    this.count += sign;
    this.totalTitleLength += sign * (this.titleLength[slot] as number);
    this.totalBodyLength += sign * (this.bodyLength[slot] as number);
    for (let i = this.wordStart[slot] as number; i < (this.wordEnd[slot] as number); i++) {
      const word = this.words.data[i] as number;
      vocabulary.occurrences[word] = (vocabulary.occurrences[word] as number) + sign;
    }
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] as number;
      vocabulary.documents[term] = (vocabulary.documents[term] as number) + sign;
    }
    const language = baseLanguage(this.languages[slot] ?? "");
    this.languageCounts.set(language, (this.languageCounts.get(language) ?? 0) + sign);
    for (const [start, end] of this.headParts(slot))
      this.tallyTitle(sequenceHash(this.words.data, start, end), slot, sign);
  }

  private tallyTitle(hash: number, slot: number, sign: 1 | -1): void {
    const slots = this.slotsOfTitle.get(hash);
    if (sign === -1) this.slotsOfTitle.set(hash, slots?.filter((other) => other !== slot) ?? []);
    else if (slots) slots.push(slot);
    else this.slotsOfTitle.set(hash, [slot]);
  }

  private reserve(size: number): void {
    while (this.ids.length < size) {
      this.ids.push(undefined);
      this.titles.push("");
      this.kinds.push("");
      this.languages.push("");
    }
    this.wordStart = grown(this.wordStart, size);
    this.titleEnd = grown(this.titleEnd, size);
    this.headEnd = grown(this.headEnd, size);
    this.wordEnd = grown(this.wordEnd, size);
    this.titleLength = grown(this.titleLength, size);
    this.bodyLength = grown(this.bodyLength, size);
    this.date = grown(this.date, size);
    this.tie = grown(this.tie, size);
    this.latitude = grown(this.latitude, size);
    this.longitude = grown(this.longitude, size);
  }
}
