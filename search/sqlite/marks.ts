import { CompoundWords } from "./compound-words";
import type { QueryPlan, WordTerms } from "./query-plan";
import type { Vocabulary } from "./vocabulary";

/** Marks are bytes. */
const mostMarks = 250;

/**
 * Which written words answer to which word of the query: one table look-up a word, for proximity and for highlighting. Words
 * that should stand next to each other have marks that follow each other.
 */
export class Marks {
  /** By word: 0, or the mark. */
  readonly ofWord: Uint8Array;
  /** By mark: whether the mark before it belongs to the word before it. */
  readonly follows: boolean[] = [false];
  /** By mark: whether both belong to one term of the thesaurus, which says more than its words. */
  readonly compound: boolean[] = [false];
  /** By mark: how many words after the one before it. */
  readonly gap: number[] = [0];
  readonly idf: number[] = [0];

  private compounds: CompoundWords | undefined;

  constructor(
    private readonly plan: QueryPlan,
    private readonly vocabulary: Vocabulary,
  ) {
    this.ofWord = new Uint8Array(vocabulary.size);
    const inTerm = (a: number, b: number) =>
      plan.alternatives.some((run) => run.concepts.includes(a) && run.concepts.includes(b));
    for (const [number, concept] of plan.concepts.entries()) {
      this.add(concept.terms, number > 0 && { gap: concept.gap, compound: inTerm(number - 1, number) }, vocabulary);
    }
    for (const choice of plan.alternatives.flatMap((run) => run.choices)) {
      for (const [number, words] of choice.words.entries()) {
        this.add(words, number > 0 && { gap: choice.gaps[number] ?? 1, compound: true }, vocabulary);
      }
    }
  }

  /** For a text that is marked as a whole: which of its marked words answer where they stand. */
  answersIn(words: ArrayLike<number>, start: number, end: number): (place: number) => boolean {
    this.compounds ??= new CompoundWords(this.plan, this.vocabulary);
    return this.compounds.answersIn(words, start, end);
  }

  private add(words: WordTerms, link: false | { gap: number; compound: boolean }, vocabulary: Vocabulary): void {
    if (this.idf.length > mostMarks) return;
    const mark = this.idf.push(words.idf) - 1;
    this.follows.push(link !== false);
    this.compound.push(link !== false && link.compound);
    this.gap.push(link === false ? 1 : link.gap);
    for (const { term } of words.variants) {
      for (const word of vocabulary.written(term)) if (this.ofWord[word] === 0) this.ofWord[word] = mark;
    }
  }
}
