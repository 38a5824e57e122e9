/** Numbers by hash, in one array: every word of every candidate is looked up in it. */
export class HashTable {
  private size = 256;
  private keys = new Int32Array(this.size);
  private values = new Uint32Array(this.size);
  private count = 0;

  /** 0: it is not there. */
  get(hash: number): number {
    const { keys } = this;
    const mask = this.size - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const key = keys[at];
      if (key === hash) return this.values[at] as number;
      if (key === 0) return 0;
    }
  }

  /** Neither is 0. What is known stays. */
  set(hash: number, value: number): void {
    // At most a quarter full: most words that are looked up are not there, and that must be seen at once.
    if (this.count * 4 >= this.size) this.double();
    const mask = this.size - 1;
    let at = hash & mask;
    while (this.keys[at] !== 0 && this.keys[at] !== hash) at = (at + 1) & mask;
    if (this.keys[at] === hash) return;
    this.keys[at] = hash;
    this.values[at] = value;
    this.count += 1;
  }

  private double(): void {
    const { keys, values } = this;
    this.size *= 2;
    this.keys = new Int32Array(this.size);
    this.values = new Uint32Array(this.size);
    this.count = 0;
    for (let at = 0; at < keys.length; at++) if (keys[at] !== 0) this.set(keys[at] as number, values[at] as number);
  }
}
