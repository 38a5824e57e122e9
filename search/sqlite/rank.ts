import { bodyFrequency, keywordFrequency, titleFrequency } from "./analyse-entry";
import type { Columns } from "./columns";
import { grown } from "./growing";
import { walked } from "./postings";
import type { Alternatives, Concept, QueryPlan, WordTerms } from "./query-plan";
import { Tally } from "./tally";

/** BM25F: how much a word in a field weighs, and how far long fields are held back. Tuned on judged collections. */
export const weights = {
  title: 2.5,
  keywords: 0.5,
  titleLengthShare: 0.3,
  bodyLengthShare: 0.7,
  saturation: 1.2,
};

/** So few slots are looked for in long postings. */
const few = 2000;

/** Scores entries by BM25F, term by term: each term's postings are read once, from beginning to end. */
export class Ranker {
  private readonly total = new Tally();
  private readonly run = new Tally();
  private readonly frequency = new Tally();
  private readonly word = new Tally();
  private choice = new Tally();
  private nextChoice = new Tally();
  /** By slot: what one time in title and body is worth, by the field's length. */
  private ofTitle = new Float32Array(1024);
  private ofBody = new Float32Array(1024);
  private normalisedFor = "";
  /** The slots whose scores are wanted, in ascending order; null: they are many. */
  private wanted: Uint32Array | null = null;
  /** By slot: 0 where a word need not be counted; null: everywhere. */
  private within: Float32Array | null = null;

  constructor(private readonly columns: Columns) {}

  /**
   * By slot, good until the next plan. Slots that nothing matches have 0; those of entries that are gone may have anything, and so
   * may those that are not among the `slots`.
   */
  scores(plan: QueryPlan, slots?: Uint32Array): Float32Array {
    this.wanted = slots && slots.length <= few ? slots.slice().sort() : null;
    this.total.clear();
    const tallies = [this.total, this.run, this.frequency, this.word, this.choice, this.nextChoice];
    for (const tally of tallies) tally.reserve(this.columns.size);
    this.normalise();
    const left = new Set(plan.concepts);
    for (const alternatives of plan.alternatives) {
      const own = alternatives.concepts.flatMap((number) => plan.concepts[number] ?? []);
      this.addRun(
        own.filter((concept) => left.delete(concept)),
        alternatives.choices,
      );
    }
    for (const { terms, times } of left) this.addWord(terms, times, this.total);
    return this.total.amounts;
  }

  /** The best of a run of words and what the thesaurus has in their place. */
  private addRun(own: Concept[], choices: Alternatives["choices"]): void {
    const { run, total } = this;
    for (const { terms, times } of own) this.addWord(terms, times, run);
    for (const { words } of choices) {
      const { touched, amounts, count } = this.scoreAll(words);
      for (let i = 0; i < count; i++) {
        const slot = touched[i] as number;
        const more = (amounts[slot] as number) - (run.amounts[slot] as number);
        if (more > 0) run.add(slot, more);
      }
      this.choice.clear();
    }
    for (let i = 0; i < run.count; i++) {
      const slot = run.touched[i] as number;
      total.add(slot, run.amounts[slot] as number);
    }
    run.clear();
  }

  /** An alternative counts only where all its words are: the rarest goes first, the others are read where it was found. */
  private scoreAll(words: WordTerms[]): Tally {
    const { word, wanted } = this;
    const rarestFirst = [...words].sort((a, b) => a.documents - b.documents);
    for (const [number, terms] of rarestFirst.entries()) {
      if (number === 0) {
        this.addWord(terms, 1, this.choice);
        continue;
      }
      const { touched, count, amounts } = this.choice;
      if (count * walked < terms.documents) this.wanted = touched.slice(0, count).sort();
      this.within = amounts;
      this.addWord(terms, 1, word);
      [this.wanted, this.within] = [wanted, null];
      for (let i = 0; i < word.count; i++) {
        const slot = word.touched[i] as number;
        const before = this.choice.amounts[slot] as number;
        if (before > 0) this.nextChoice.add(slot, before + (word.amounts[slot] as number));
      }
      word.clear();
      this.choice.clear();
      [this.choice, this.nextChoice] = [this.nextChoice, this.choice];
    }
    return this.choice;
  }

  /** What a word adds: rare words more than common ones, the first time more than the second. */
  private addWord({ variants, idf }: WordTerms, times: number, into: Tally): void {
    const { frequency } = this;
    const most = times * idf * (weights.saturation + 1);
    const [only] = variants;
    if (only && variants.length === 1) {
      this.addTerm(only.term, only.weight, most, into);
      return;
    }
    for (const { term, weight } of variants) this.addTerm(term, weight, 0, frequency);
    for (let i = 0; i < frequency.count; i++) {
      const slot = frequency.touched[i] as number;
      const found = frequency.amounts[slot] as number;
      into.add(slot, (most * found) / (weights.saturation + found));
    }
    frequency.clear();
  }

  /** Adds how often a term is met, weighted; with `most`, what that is worth, which comes near it the oftener the term is met. */
  private addTerm(term: number, weight: number, most: number, into: Tally): void {
    const { ofTitle, ofBody, within } = this;
    const { postings } = this.columns;
    const { amounts, touched } = into;
    const { saturation, keywords } = weights;
    let { count } = into;
    const add = (from: number, to: number) => {
      const { slots, frequencies } = postings;
      for (let at = from; at < to; at++) {
        const slot = slots[at] as number;
        if (within && within[slot] === 0) continue;
        const packed = frequencies[at] as number;
        let found = (ofBody[slot] as number) * bodyFrequency(packed);
        if (packed > 127) {
          found += (ofTitle[slot] as number) * titleFrequency(packed) + keywords * keywordFrequency(packed);
        }
        found *= weight;
        const before = amounts[slot] as number;
        if (before === 0) touched[count++] = slot;
        amounts[slot] = before + (most > 0 ? (most * found) / (saturation + found) : found);
      }
    };
    const { wanted } = this;
    if (wanted && wanted.length * walked < postings.lengthOf(term)) {
      postings.find(term, wanted, (at) => add(at, at + 1));
    } else postings.visit(term, add);
    into.count = count;
  }

  /** Works out again what lengths do, when the lengths have changed. */
  private normalise(): void {
    const { count, size, totalTitleLength, totalBodyLength, titleLength, bodyLength } = this.columns;
    const state = `${count} ${size} ${totalTitleLength} ${totalBodyLength}`;
    if (state === this.normalisedFor) return;
    this.normalisedFor = state;
    const title = Math.max(1, totalTitleLength / Math.max(1, count));
    const body = Math.max(1, totalBodyLength / Math.max(1, count));
    const { titleLengthShare, bodyLengthShare } = weights;
    this.ofTitle = grown(this.ofTitle, size);
    this.ofBody = grown(this.ofBody, size);
    for (let slot = 0; slot < size; slot++) {
      this.ofTitle[slot] =
        weights.title / (1 - titleLengthShare + (titleLengthShare * (titleLength[slot] as number)) / title);
      this.ofBody[slot] = 1 / (1 - bodyLengthShare + (bodyLengthShare * (bodyLength[slot] as number)) / body);
    }
  }
}
