import { foldWord } from "../analysis/fold";
import { eachWord, endsInWord } from "../analysis/words";
import type { MarkedText } from "../port";
import { nearWords } from "../query/spelling";
import type { Columns } from "./columns";
import { markText } from "./extract";
import { grown } from "./growing";
import type { IndexColumnsView } from "./index-view";
import { topPlaces } from "./top";
import { letterBits } from "./vocabulary";

/** A word begun so is looked for in this many written words at most, the most frequent first. */
const mostWords = 400;
/** With more entries than this, only titles that begin with what was typed are compared. */
const manySlots = 2000;
/** Kinds that people look for by name come first among equals. */
const kindWorth: Record<string, number> = {
  tool: 0.6,
  city: 0.6,
  document: 0.5,
  practice: 0.4,
  "case-study": 0.4,
  network: 0.4,
  organisation: 0.4,
};

/** Finds entries by what their title or a name begins with, as one types. */
export class Suggester {
  /** Slots by written word of titles and names. */
  private readonly slotsOf = new Map<number, number[]>();
  /** How many entries have a word in title or names. */
  private counts = new Uint32Array(1024);

  constructor(private readonly index: IndexColumnsView) {
    const { columns } = index;
    for (let slot = 0; slot < columns.size; slot++) if (columns.isLive(slot)) this.add(slot);
  }

  add(slot: number): void {
    for (const word of headWords(this.index.columns, slot)) {
      const slots = this.slotsOf.get(word);
      if (slots) slots.push(slot);
      else this.slotsOf.set(word, [slot]);
      this.counts = grown(this.counts, this.index.vocabulary.size);
      this.counts[word] = (this.counts[word] as number) + 1;
    }
  }

  /** Before the columns change. */
  drop(slot: number): void {
    for (const word of headWords(this.index.columns, slot)) {
      const slots = this.slotsOf.get(word);
      const at = slots?.indexOf(slot) ?? -1;
      if (at < 0) continue;
      slots?.splice(at, 1);
      this.counts[word] = (this.counts[word] as number) - 1;
    }
  }

  /** Slots, best first: every word typed must begin a word of the same title or name. */
  find(typed: string, limit: number): number[] {
    const words: string[] = [];
    eachWord(typed.slice(0, 200), (word) => words.push(foldWord(word)));
    if (words.length === 0 || words.length > 20) return [];
    const open = endsInWord(typed);
    const found = this.rank(
      words,
      words.map((word, i) => this.begun(word, open && i === words.length - 1)),
      limit,
    );
    return found.length > 0
      ? found
      : this.rank(
          words,
          words.map((word) => this.near(word)),
          limit,
        );
  }

  private begun(word: string, open: boolean): number[] {
    const { vocabulary } = this.index;
    const own = vocabulary.idOf(word);
    const all = open || own === undefined || !this.slotsOf.has(own) ? vocabulary.withPrefix(word) : [own];
    return this.inTitles(all);
  }

  private near(word: string): number[] {
    const exact = this.begun(word, true);
    if (exact.length > 0) return exact;
    const { words, bits } = this.index.vocabulary;
    const near = nearWords(
      word,
      letterBits(word),
      { words, bits, occurrences: this.counts },
      { prefix: true, limit: 10 },
    );
    return near.map(({ index }) => index);
  }

  private inTitles(words: number[]): number[] {
    const titled = words.filter((word) => (this.slotsOf.get(word)?.length ?? 0) > 0);
    if (titled.length <= mostWords) return titled;
    const count = (word: number) => this.slotsOf.get(word)?.length ?? 0;
    return titled.sort((a, b) => count(b) - count(a)).slice(0, mostWords);
  }

  private rank(typed: string[], choices: number[][], limit: number): number[] {
    if (choices.some((words) => words.length === 0)) return [];
    const { columns } = this.index;
    const sets = choices.map((words) => new Set(words));
    const slots = this.worthScoring(this.inAll(choices), sets, limit);
    const whole = typed.map((word) => this.index.vocabulary.idOf(word) ?? 0);
    const scores = Float64Array.from(slots, (slot) => this.score(slot, sets, whole));
    const newer = (a: number, b: number) => (columns.tie[a] as number) - (columns.tie[b] as number) || b - a;
    const places = topPlaces(slots.length, limit, (a, b) => {
      const difference = (scores[a] as number) - (scores[b] as number);
      return difference === 0 ? newer(slots[a] as number, slots[b] as number) > 0 : difference > 0;
    });
    return places.map((place) => slots[place] as number);
  }

  /** Of very many, those whose title begins so, which would win anyway. */
  private worthScoring(slots: number[], [first]: Set<number>[], limit: number): number[] {
    if (slots.length <= manySlots || !first) return slots;
    const { words, wordStart } = this.index.columns;
    const begun = slots.filter((slot) => first.has(words.data[wordStart[slot] as number] as number));
    return begun.length >= limit ? begun : slots;
  }

  /** Slots that have a word of each list. */
  private inAll(choices: number[][]): number[] {
    const seen = new Uint8Array(this.index.columns.size);
    let last: number[] = [];
    for (const [round, words] of choices.entries()) {
      last = [];
      for (const word of words) {
        for (const slot of this.slotsOf.get(word) ?? []) {
          if (seen[slot] !== round) continue;
          seen[slot] = round + 1;
          last.push(slot);
        }
      }
    }
    return last;
  }

  /** High when the title begins so, has the words whole, and little else. */
  private score(slot: number, sets: Set<number>[], whole: number[]): number {
    const { columns } = this.index;
    const { data } = columns.words;
    const start = columns.wordStart[slot] as number;
    const titleEnd = columns.titleEnd[slot] as number;
    let score = kindWorth[columns.kinds[slot] ?? ""] ?? 0;
    if (sets[0]?.has(data[start] as number)) score += 1;
    let inOrder = sets.length > 1;
    let at = start;
    for (const [i, set] of sets.entries()) {
      while (at < titleEnd && !set.has(data[at] as number)) at += 1;
      if (at >= titleEnd) inOrder = false;
      else if (data[at] === whole[i]) score += 0.4;
      if (at < titleEnd) score += 0.5;
      at += 1;
    }
    return score + (inOrder ? 0.5 : 0) - 0.06 * Math.min(20, titleEnd - start);
  }

  /** The title, with the beginnings that were typed marked. */
  mark(title: string, typed: string): MarkedText {
    const prefixes: string[] = [];
    eachWord(typed.slice(0, 200), (word) => prefixes.push(foldWord(word)));
    const placed: { start: number; end: number; mark: number }[] = [];
    eachWord(title, (word, start) => {
      const folded = foldWord(word);
      const length = Math.max(
        0,
        ...prefixes.filter((prefix) => folded.startsWith(prefix)).map((prefix) => prefix.length),
      );
      if (length > 0) placed.push({ start, end: start + Math.min(word.length, length), mark: 1 });
    });
    return markText(title, placed);
  }
}

function headWords(columns: Columns, slot: number): Set<number> {
  const words = new Set(
    columns.words.data.subarray(columns.wordStart[slot] as number, columns.headEnd[slot] as number),
  );
  words.delete(0);
  return words;
}
