import { foldWord } from "../analysis/fold";
import type { ReadQuery } from "../query/read-query";
import { mapPlan } from "../sqlite/describe-plan";
import { FacetValues } from "../sqlite/facet-values";
import { Marks } from "../sqlite/marks";
import { orderEntries } from "../sqlite/order";
import type { QueryPlan } from "../sqlite/query-plan";
import { Ranker } from "../sqlite/rank";
import { TitleOrder } from "../sqlite/title-order";
import { Vocabulary } from "../sqlite/vocabulary";
import { type Candidate, CandidateColumns } from "./candidate-columns";
import { HashTable } from "./hash-table";
import { wordHash } from "./word-hash";

/** A query in the numbers of a vocabulary that knows nothing but its words. */
export class SmallPlan {
  readonly plan: QueryPlan;
  readonly marks: Marks;
  readonly vocabulary = new Vocabulary();
  /** By hash: the numbers of the words of the query, in all their forms. */
  readonly numbers = new HashTable();
  /** By number: whether it is a stem of the query. */
  readonly isStem: boolean[] = [];
  /** Texts say most words more than once. */
  private readonly written = new Map<string, number>();
  /** Stands for all other words. */
  readonly other = this.vocabulary.add("\u0000");

  constructor(readonly read: ReadQuery) {
    const numberOf = (number: number) => this.number(read.words.get(number) ?? "");
    this.plan = mapPlan(read.plan, { stem: numberOf, word: numberOf });
    for (const [stem, forms] of read.written) {
      this.isStem[numberOf(stem)] = true;
      for (const form of forms) this.vocabulary.pair(numberOf(stem), this.number(form));
    }
    this.marks = new Marks(this.plan, this.vocabulary);
  }

  /** The number of a word of a text; 0: it is none of the query's. */
  numberOf(written: string): number {
    const known = this.written.get(written);
    if (known !== undefined) return known;
    const number = this.vocabulary.idOf(foldWord(written)) ?? 0;
    this.written.set(written, number);
    return number;
  }

  private number(word: string): number {
    const known = this.vocabulary.idOf(word);
    if (known !== undefined) return known;
    const number = this.vocabulary.add(word);
    this.numbers.set(wordHash(word), number);
    return number;
  }
}

/**
 * Ranks candidates just as the embedded engine ranks entries: they become a small index of their own, with what the whole index
 * knows of how rare words and how long texts are.
 */
export function rankCandidates(candidates: Candidate[], small: SmallPlan): { key: string; score: number }[] {
  const { vocabulary, plan, marks, read } = small;
  const columns = new CandidateColumns(candidates, small);
  const { count, titleLength, bodyLength } = read.totals;
  Object.assign(columns, { count, totalTitleLength: titleLength, totalBodyLength: bodyLength });
  const ordered = orderEntries(
    Uint32Array.from(candidates, (_, i) => i + 1),
    { text: "", filters: {}, sort: "relevance", page: 1, perPage: candidates.length, language: "" },
    plan,
    marks,
    { columns, vocabulary, facetValues: new FacetValues(), latent: null },
    new Ranker(columns),
    new TitleOrder(columns),
  );
  return ordered.slots.map((slot, i) => ({ key: columns.ids[slot] ?? "", score: ordered.scores[i] ?? 0 }));
}
