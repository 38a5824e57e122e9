import type { Columns } from "./columns";
import { grown } from "./growing";
import { walked } from "./postings";
import type { Need, QueryPlan, Variant } from "./query-plan";

/** All words are asked for first; with fewer entries than this, any word will do. */
const enough = 20;
const none = new Uint32Array();
const gone = 65_535;
/** A term, by its number, or slots that were found before. */
type Source = number | Uint32Array;

/** Finds which entries match, by walking through the postings of the query's terms. */
export class Matcher {
  /** By slot: how many rounds of a walk the entry has passed. */
  private passed = new Uint16Array(1024);

  constructor(private readonly columns: Columns) {}

  /** The slots of the entries that match, in no order. */
  find(plan: QueryPlan): Uint32Array {
    if (plan.everything) return this.checked(this.allSlots(), plan);
    const all = this.withAllWords(plan);
    if (all) return all;
    if (plan.phrases.length > 0) return this.withAll(plan.phraseNeeds, plan);
    return this.checked(this.inAll([this.sourcesFor(plan.anyNeeds).flat()]), plan);
  }

  /** Whether an entry must have all words, as enough entries do; else any of them will do. */
  mustHaveAll(plan: QueryPlan): boolean {
    const { everything, excluded, phrases, excludedPhrases } = plan;
    // Where no entry is left out again, it need not be known which the others are.
    const most = excluded.length + phrases.length + excludedPhrases.length > 0 ? Infinity : enough;
    return everything || this.withAllWords(plan, most) !== null;
  }

  /** The entries that have all words, or as many of them as one wants; null: they are too few. */
  private withAllWords(plan: QueryPlan, most = Infinity): Uint32Array | null {
    const { allNeeds, anyNeeds } = plan;
    if (allNeeds.some((need) => need.most < enough)) return null;
    const all = this.withAll(allNeeds, plan, most);
    const same = anyNeeds.length === 1 && allNeeds.length === 1;
    return all.length >= enough || (same && all.length > 0) ? all : null;
  }

  private withAll(needs: Need[], plan: QueryPlan, most = Infinity): Uint32Array {
    if (needs.length === 0) return this.checked(plan.phrases.length > 0 ? this.allSlots() : none, plan);
    return this.checked(this.inAll(this.sourcesFor(needs), most), plan);
  }

  /** Leaves out what is excluded and what lacks a phrase. */
  private checked(slots: Uint32Array, plan: QueryPlan): Uint32Array {
    const { columns } = this;
    let left = slots;
    if (plan.excluded.length > 0) {
      const passed = this.begin();
      for (const { term } of plan.excluded) this.gather(term, 0, null);
      left = left.filter((slot) => passed[slot] === 0);
    }
    if (plan.phrases.length > 0) {
      left = left.filter((slot) => plan.phrases.every((phrase) => hasSequence(columns, slot, phrase)));
    }
    if (plan.excludedPhrases.length === 0) return left;
    return left.filter((slot) => !plan.excludedPhrases.some((phrase) => hasSequence(columns, slot, phrase)));
  }

  /** For each need, whatever answers it; an entry may be in several of them. */
  private sourcesFor(needs: Need[]): Source[][] {
    const terms = (variants: Variant[]) => variants.map(({ term }) => term);
    // What stands for several words together answers the need of each.
    const known = new Map<string, Uint32Array>();
    return needs.map((need) => {
      const choices = need.choices.map((words) => {
        const groups = words.map(terms);
        const key = groups.join("|");
        const found = known.get(key) ?? this.inAll(groups);
        known.set(key, found);
        return found;
      });
      return [...terms(need.variants), ...choices];
    });
  }

  /** Entries that are in at least one source of each group, `most` or all; the smallest group goes first. */
  private inAll(groups: Source[][], most = Infinity): Uint32Array {
    const { postings, count } = this.columns;
    const length = (source: Source) => (typeof source === "number" ? postings.lengthOf(source) : source.length);
    const size = (sources: Source[]) => sources.reduce<number>((sum, source) => sum + length(source), 0);
    const sorted = groups.map((sources) => ({ sources, size: size(sources) })).sort((a, b) => a.size - b.size);
    this.begin();
    let found = none;
    for (const [round, { sources, size }] of sorted.entries()) {
      const next = new Uint32Array(round === 0 ? Math.min(size, count) : found.length);
      let filled = 0;
      const wanted = round === sorted.length - 1 ? most : Infinity;
      // Where few are left, the next words are looked for in these alone.
      const among = round > 0 && found.length * walked < size ? found.slice().sort() : null;
      for (const source of sources) filled = this.gather(source, round, next, filled, wanted, among);
      found = next.subarray(0, filled);
      if (filled === 0) break;
    }
    return found;
  }

  /** Lets those entries of a source pass that have passed all rounds before, each once (`among`: which they are); `into` takes their slots. */
  private gather(
    source: Source,
    round: number,
    into: Uint32Array | null,
    filled = 0,
    wanted = Infinity,
    among: Uint32Array | null = null,
  ): number {
    const { passed } = this;
    let count = filled;
    const take = (slots: Uint32Array, from: number, to: number) => {
      for (let at = from; at < to && count < wanted; at++) {
        const slot = slots[at] as number;
        if (passed[slot] !== round) continue;
        passed[slot] = round + 1;
        if (into) into[count] = slot;
        count += 1;
      }
    };
    const { postings } = this.columns;
    const takePostings = (from: number, to: number) => take(postings.slots, from, to);
    if (typeof source !== "number") take(source, 0, source.length);
    else if (among) postings.find(source, among, (at) => takePostings(at, at + 1));
    else postings.visit(source, takePostings);
    return count;
  }

  /** Nobody has passed; those that are gone never will. */
  private begin(): Uint16Array {
    this.passed = grown(this.passed, this.columns.size);
    this.passed.fill(0, 0, this.columns.size);
    for (const slot of this.columns.deadSlots) this.passed[slot] = gone;
    return this.passed;
  }

  private allSlots(): Uint32Array {
    const { columns } = this;
    const slots = new Uint32Array(columns.count);
    let count = 0;
    for (let slot = 0; slot < columns.size; slot++) if (columns.isLive(slot)) slots[count++] = slot;
    return slots;
  }
}

function hasSequence(columns: Columns, slot: number, sequence: number[]): boolean {
  const { data } = columns.words;
  const first = sequence[0];
  // Number 0 is no word: the phrase has one that is nowhere.
  if (first === 0) return false;
  const last = (columns.wordEnd[slot] as number) - sequence.length;
  for (let at = columns.wordStart[slot] as number; at <= last; at++) {
    if (data[at] !== first) continue;
    let i = 1;
    while (i < sequence.length && data[at + i] === sequence[i]) i += 1;
    if (i === sequence.length) return true;
  }
  return false;
}
