import type { Database } from "better-sqlite3";
import type { Columns } from "./columns";
import type { Need, QueryPlan, Variant } from "./query-plan";
import { TermRows } from "./term-rows.server";

/** All words are asked for first; with fewer entries than this, any word will do. */
const enough = 20;
const none = new Uint32Array();

/** Finds which entries match: FTS5 says which entries have a term, and the columns in what order. */
export class Matcher {
  private readonly rows: TermRows;

  constructor(
    sqlite: Database,
    generation: number,
    private readonly columns: Columns,
    wordOf: (term: number) => string,
  ) {
    this.rows = new TermRows(sqlite, generation, wordOf);
  }

  forget(): void {
    this.rows.clear();
  }

  /** The slots of the entries that match, in no order. */
  find(plan: QueryPlan): Uint32Array {
    if (plan.everything) return this.checked(this.allSlots(), plan);
    const all = plan.allNeeds.some((need) => need.most < enough) ? none : this.withAll(plan.allNeeds, plan);
    const same = plan.anyNeeds.length === 1 && plan.allNeeds.length === 1;
    if (all.length >= enough || (same && all.length > 0)) return all;
    return plan.phrases.length > 0
      ? this.withAll(plan.phraseNeeds, plan)
      : this.checked(this.anyOf(plan.anyNeeds), plan);
  }

  private withAll(needs: Need[], plan: QueryPlan): Uint32Array {
    if (needs.length === 0) return this.checked(plan.phrases.length > 0 ? this.allSlots() : none, plan);
    return this.checked(this.inAll(needs.map((need) => this.slotsFor(need))), plan);
  }

  /** Leaves out what is excluded and what lacks a phrase. */
  private checked(slots: Uint32Array, plan: QueryPlan): Uint32Array {
    const { columns } = this;
    let left = slots;
    if (plan.excluded.length > 0) {
      const out = new Uint8Array(columns.size);
      for (const rows of plan.excluded.map(({ term }) => this.rows.of(term))) for (const slot of rows) out[slot] = 1;
      left = left.filter((slot) => out[slot] === 0);
    }
    if (plan.phrases.length > 0) {
      left = left.filter((slot) => plan.phrases.every((phrase) => hasSequence(columns, slot, phrase)));
    }
    if (plan.excludedPhrases.length === 0) return left;
    return left.filter((slot) => !plan.excludedPhrases.some((phrase) => hasSequence(columns, slot, phrase)));
  }

  /** Lists of entries that together answer a need; an entry may be in several. */
  private slotsFor(need: Need): Uint32Array[] {
    return [
      ...this.listsOf(need.variants),
      ...need.choices.map((words) => this.inAll(words.map((word) => this.listsOf(word)))),
    ];
  }

  private listsOf(variants: Variant[]): Uint32Array[] {
    return variants.map(({ term }) => this.rows.of(term));
  }

  private anyOf(needs: Need[]): Uint32Array {
    const seen = new Uint8Array(this.columns.size);
    const found = new Uint32Array(this.columns.count);
    let count = 0;
    for (const list of needs.flatMap((need) => this.slotsFor(need))) {
      for (let i = 0; i < list.length; i++) {
        const slot = list[i] as number;
        if (seen[slot] === 1) continue;
        seen[slot] = 1;
        found[count++] = slot;
      }
    }
    return found.subarray(0, count);
  }

  /** Entries that are in at least one list of each group; the smallest group goes first. */
  private inAll(groups: Uint32Array[][]): Uint32Array {
    const size = (lists: Uint32Array[]) => lists.reduce((sum, list) => sum + list.length, 0);
    const sorted = [...groups].sort((a, b) => size(a) - size(b));
    if (sorted.length === 1 && sorted[0]?.length === 1) return sorted[0][0] ?? none;
    const seen = new Uint8Array(this.columns.size);
    let found = none;
    for (const [round, lists] of sorted.entries()) {
      const next = new Uint32Array(round === 0 ? Math.min(size(lists), this.columns.count) : found.length);
      let count = 0;
      for (const list of lists) {
        for (let i = 0; i < list.length; i++) {
          const slot = list[i] as number;
          if (seen[slot] !== round) continue;
          seen[slot] = round + 1;
          next[count++] = slot;
        }
      }
      found = next.subarray(0, count);
      if (count === 0) break;
    }
    return found;
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
