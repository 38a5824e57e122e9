import type { Columns } from "./columns";
import type { Marks } from "./marks";

export const proximity = {
  /** What a pair that stands together adds, as a share of the rarer word's idf. */
  weight: 1,
  /** Words further apart than this add nothing. */
  reach: 6,
  exact: 0.2,
  /** What a term of the thesaurus adds when it stands there as one, be its words ever so common. */
  compound: 1,
  compoundInTitle: 2,
};
/** Long texts are looked at up to here. */
const mostWords = 3000;

/** Rates how close neighbouring words of the query stand in an entry. Keeps its arrays between entries. */
export class Proximity {
  private readonly lastAt: Int32Array;
  private readonly closest: Float64Array;
  private readonly exactMet: Uint8Array;
  /** By mark: where the term of the thesaurus stood that was met last, up to this word of it. */
  private readonly termAt: Int32Array;
  /** By mark: 1 when the whole term stands in the entry, 2 when in its title. */
  private readonly termMet: Uint8Array;

  constructor(
    private readonly marks: Marks,
    /** By mark: the word as typed. */
    private readonly exactWords: number[],
    private readonly columns: Columns,
  ) {
    this.lastAt = new Int32Array(marks.idf.length);
    this.closest = new Float64Array(marks.idf.length);
    this.exactMet = new Uint8Array(marks.idf.length);
    this.termAt = new Int32Array(marks.idf.length);
    this.termMet = new Uint8Array(marks.idf.length);
  }

  score(slot: number): number {
    const { lastAt, closest, exactMet, termAt, termMet, exactWords } = this;
    const titleLength = (this.columns.titleEnd[slot] as number) - (this.columns.wordStart[slot] as number);
    const { ofWord, follows, compound, idf } = this.marks;
    const { data } = this.columns.words;
    lastAt.fill(-1000);
    closest.fill(0);
    exactMet.fill(0);
    termAt.fill(-1000);
    termMet.fill(0);
    const start = this.columns.wordStart[slot] as number;
    const end = Math.min(this.columns.wordEnd[slot] as number, start + mostWords);
    for (let at = start; at < end; at++) {
      const word = data[at] as number;
      const mark = ofWord[word] as number;
      if (mark === 0) continue;
      const place = at - start;
      lastAt[mark] = place;
      if (exactWords[mark] === word) exactMet[mark] = 1;
      if (follows[mark]) this.note(mark, place - (lastAt[mark - 1] as number), this.marks.gap[mark] as number);
      if (!compound[mark]) termAt[mark] = place;
      else if (place - (termAt[mark - 1] as number) === this.marks.gap[mark]) {
        termAt[mark] = place;
        if (termMet[mark] === 0) termMet[mark] = place < titleLength ? 2 : 1;
      }
      // The other way round is never as close.
      if (follows[mark + 1]) this.note(mark + 1, place - (lastAt[mark + 1] as number), 0.4);
    }
    let total = 0;
    let words = 0;
    for (let mark = 1; mark < idf.length; mark++) {
      const own = idf[mark] as number;
      if (follows[mark]) {
        const pair = Math.min(own, idf[mark - 1] as number) * proximity.weight;
        total += (closest[mark] as number) * pair;
      }
      if (compound[mark]) words += 1;
      else words = 0;
      // The last word of a term: the longer it is, the more it says that it stands there as one.
      if (compound[mark] && !compound[mark + 1] && termMet[mark]) {
        total += words * (termMet[mark] === 2 ? proximity.compoundInTitle : proximity.compound);
      }
      total += (exactMet[mark] as number) * own * proximity.exact;
    }
    return total;
  }

  private note(mark: number, distance: number, gap: number): void {
    if (distance > proximity.reach) return;
    const closeness = 1 / (1 + Math.abs(distance - gap)) ** 0.5;
    if (closeness > (this.closest[mark] as number)) this.closest[mark] = closeness;
  }
}
