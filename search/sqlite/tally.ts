import { grown } from "./growing";

/** An amount for each slot, 0 for most. Remembers which ones it has touched, so that it is emptied at no more cost than it was filled. */
export class Tally {
  amounts = new Float32Array(1024);
  /** The slots that have an amount: the first `count` of them. */
  touched = new Uint32Array(1024);
  count = 0;

  /** Makes room for so many slots. */
  reserve(size: number): void {
    this.amounts = grown(this.amounts, size);
    this.touched = grown(this.touched, size);
  }

  add(slot: number, amount: number): void {
    const before = this.amounts[slot] as number;
    if (before === 0) this.touched[this.count++] = slot;
    this.amounts[slot] = before + amount;
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.amounts[this.touched[i] as number] = 0;
    this.count = 0;
  }
}
