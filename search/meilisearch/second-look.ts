import type { ReadQuery } from "../query/read-query";
import { Columns } from "../sqlite/columns";
import { mapPlan } from "../sqlite/describe-plan";
import { FacetValues } from "../sqlite/facet-values";
import { Marks } from "../sqlite/marks";
import { orderEntries } from "../sqlite/order";
import type { QueryPlan } from "../sqlite/query-plan";
import { Ranker } from "../sqlite/rank";
import { TitleOrder } from "../sqlite/title-order";
import { Vocabulary } from "../sqlite/vocabulary";
import type { EntryDocument } from "./document";
import { HashTable } from "./hash-table";
import { decodeLook } from "./look";
import { wordHash } from "./word-hash";

export type Candidate = Pick<EntryDocument, "key" | "language" | "date" | "evidence" | "look">;

/** A query in the numbers of a vocabulary that knows nothing but its words. */
export class SmallPlan {
  readonly plan: QueryPlan;
  readonly marks: Marks;
  readonly vocabulary = new Vocabulary();
  /** By hash: the numbers of the words of the query, in all their forms. */
  readonly numbers = new HashTable();
  /** By number: whether it is a stem of the query. */
  readonly isStem: boolean[] = [];
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
  const { vocabulary, plan, marks, read, numbers, isStem, other } = small;
  const facetValues = new FacetValues();
  const columns = new Columns(vocabulary, facetValues);
  const facetless: number[] = [];
  for (const [i, candidate] of candidates.entries()) {
    const look = decodeLook(candidate.look);
    const terms: number[] = [];
    const frequencies: number[] = [];
    for (let at = 0; at < look.terms.length; at++) {
      const number = numbers.get(look.terms[at] as number);
      if (!isStem[number]) continue;
      terms.push(number);
      frequencies.push(look.frequencies[at] as number);
    }
    const { words } = look;
    for (let at = 0; at < words.length; at++) {
      if (words[at] !== 0) words[at] = numbers.get(words[at] as number) || other;
    }
    columns.set(
      i + 1,
      { ...candidate, id: candidate.key, kind: "", title: "", location: null },
      { ...look, terms, frequencies, facetValues: facetless },
    );
  }
  const { count, titleLength, bodyLength } = read.totals;
  Object.assign(columns, { count, totalTitleLength: titleLength, totalBodyLength: bodyLength });
  const ordered = orderEntries(
    Uint32Array.from(candidates, (_, i) => i + 1),
    { text: "", filters: {}, sort: "relevance", page: 1, perPage: candidates.length, language: "" },
    plan,
    marks,
    { columns, vocabulary, facetValues, latent: null },
    new Ranker(columns),
    new TitleOrder(columns),
  );
  return ordered.slots.map((slot, i) => ({ key: columns.ids[slot] ?? "", score: ordered.scores[i] ?? 0 }));
}
