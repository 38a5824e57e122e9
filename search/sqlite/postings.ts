import { grown } from "./growing";

const firstBlock = 2;
const largestBlock = 1024;
/** So many postings are read in the time in which one is found by halving. */
export const walked = 12;

/**
 * Which entries have a term, and how often, term by term: slots in the order in which they came, packed frequencies beside. A
 * term's postings stand in a chain of blocks, each twice as long as the one before it up to 1,024, all in one long array: so an
 * entry can be added at any time, rare terms take little room, and common ones are read nearly in one piece.
 */
export class Postings {
  /** The first number of a block is where the next one begins. */
  slots = new Uint32Array(64);
  frequencies = new Uint16Array(64);
  private end = 1;
  /** By term: where its first block begins, where the next posting goes, and how many more fit there. */
  private first = new Uint32Array(64);
  private next = new Uint32Array(64);
  private room = new Uint16Array(64);
  /** By term: how many postings it has, those of entries that are gone too. */
  private counts = new Uint32Array(64);

  lengthOf(term: number): number {
    return this.counts[term] ?? 0;
  }

  add(term: number, slot: number, frequency: number): void {
    if (term >= this.counts.length) this.reserve(term + 1);
    if (this.room[term] === 0) this.addBlock(term);
    const at = this.next[term] as number;
    this.slots[at] = slot;
    this.frequencies[at] = frequency;
    this.next[term] = at + 1;
    (this.room[term] as number)--;
    (this.counts[term] as number)++;
  }

  /** Visits the places of a term's postings in `slots` and `frequencies`, a block at a time. */
  visit(term: number, block: (from: number, to: number) => void): void {
    let left = this.lengthOf(term);
    let size = firstBlock;
    for (let start = this.first[term] as number; left > 0; start = this.slots[start] as number) {
      const count = Math.min(size, left);
      block(start + 1, start + 1 + count);
      left -= count;
      size = Math.min(largestBlock, size * 2);
    }
  }

  /** Visits the places of those postings of a term that belong to one of a few slots, which ascend as postings do. */
  find(term: number, wanted: Uint32Array, found: (at: number) => void): void {
    let next = 0;
    this.visit(term, (from, to) => {
      const { slots } = this;
      const last = slots[to - 1] as number;
      let low = from;
      for (; next < wanted.length && (wanted[next] as number) <= last; next++) {
        const slot = wanted[next] as number;
        let high = to;
        while (low < high) {
          const middle = (low + high) >>> 1;
          if ((slots[middle] as number) < slot) low = middle + 1;
          else high = middle;
        }
        if (slots[low] === slot) found(low);
      }
    });
  }

  private addBlock(term: number): void {
    const count = this.counts[term] as number;
    // 2, 4, 8 … : with as many postings as all blocks so far hold, the next one is twice the last.
    const size = Math.min(largestBlock, count + firstBlock);
    const start = this.end;
    this.end += size + 1;
    if (this.end > this.slots.length) {
      this.slots = grown(this.slots, this.end);
      this.frequencies = grown(this.frequencies, this.end);
    }
    // The last block ends where the next posting would have gone.
    const last = Math.min(largestBlock, (count + firstBlock) / 2);
    if (count === 0) this.first[term] = start;
    else this.slots[(this.next[term] as number) - last - 1] = start;
    this.next[term] = start + 1;
    this.room[term] = size;
  }

  private reserve(terms: number): void {
    this.first = grown(this.first, terms);
    this.next = grown(this.next, terms);
    this.room = grown(this.room, terms);
    this.counts = grown(this.counts, terms);
  }
}
