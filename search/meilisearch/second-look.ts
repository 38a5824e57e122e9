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
import { decodeLook } from "./look";
import { wordHash } from "./word-hash";

export type Candidate = Pick<EntryDocument, "key" | "language" | "date" | "evidence" | "look">;

/** A query in the numbers of a vocabulary that knows nothing but its words. */
export class SmallPlan {
  readonly plan: QueryPlan;
  readonly marks: Marks;
  readonly vocabulary = new Vocabulary();
  /** By `wordHash`: the numbers of the words of the query, in all their forms. */
  readonly byHash = new Map<number, number>();
  /** Stands for all other words. */
  private readonly other = this.vocabulary.add("\u0000");

  constructor(readonly read: ReadQuery) {
    const numberOf = (number: number) => this.number(read.words.get(number) ?? "");
    this.plan = mapPlan(read.plan, { stem: numberOf, word: numberOf });
    for (const [stem, forms] of read.written) {
      for (const form of forms) this.vocabulary.pair(numberOf(stem), this.number(form));
    }
    this.marks = new Marks(this.plan, this.vocabulary);
  }

  wordNumber(hash: number): number {
    return hash === 0 ? 0 : (this.byHash.get(hash) ?? this.other);
  }

  private number(word: string): number {
    const known = this.vocabulary.idOf(word);
    if (known !== undefined) return known;
    const number = this.vocabulary.add(word);
    this.byHash.set(wordHash(word), number);
    return number;
  }
}

/**
 * Ranks candidates just as the embedded engine ranks entries: they become a small index of their own, with what the whole index
 * knows of how rare words and how long texts are.
 */
export function rankCandidates(candidates: Candidate[], small: SmallPlan): { key: string; score: number }[] {
  const { vocabulary, plan, marks, read } = small;
  const facetValues = new FacetValues();
  const columns = new Columns(vocabulary, facetValues);
  const termHashes = [...read.written.keys()].map((stem) => wordHash(read.words.get(stem) ?? ""));
  for (const [i, candidate] of candidates.entries()) {
    const look = decodeLook(candidate.look);
    const terms: number[] = [];
    const frequencies: number[] = [];
    for (const hash of termHashes) {
      const at = placeOf(look.terms, hash);
      if (at < 0) continue;
      terms.push(small.wordNumber(hash));
      frequencies.push(look.frequencies[at] as number);
    }
    columns.set(
      i + 1,
      { ...candidate, id: candidate.key, kind: "", title: "" },
      {
        words: Uint32Array.from(look.words, (hash) => small.wordNumber(hash)),
        titleWords: look.titleWords,
        headWords: look.headWords,
        terms,
        frequencies,
        titleLength: look.titleLength,
        bodyLength: look.bodyLength,
        facetValues: [],
      },
    );
  }
  const { count, titleLength, bodyLength } = read.totals;
  Object.assign(columns, { count, totalTitleLength: titleLength, totalBodyLength: bodyLength });
  const slots = Uint32Array.from(candidates, (_, i) => i + 1);
  const ordered = orderEntries(
    slots,
    { text: "", filters: {}, sort: "relevance", page: 1, perPage: candidates.length, language: "" },
    plan,
    marks,
    { columns, vocabulary, facetValues, latent: null },
    new Ranker(columns),
    new TitleOrder(columns),
  );
  return ordered.slots.map((slot, i) => ({ key: columns.ids[slot] ?? "", score: ordered.scores[i] ?? 0 }));
}

/** Where a number stands in an ascending list; -1: nowhere. */
function placeOf(list: Uint32Array, wanted: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return list[low] === wanted ? low : -1;
}
