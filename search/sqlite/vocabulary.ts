import { grown } from "./growing";

/** Which letters a word has, one bit for each: words one edit apart differ in two bits at most. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits >>> 0;
}

/**
 * All words of the index, by number. A number stands for a string, be it a word as written (folded), a stem, or both.
 * 0 is no word: it parts paragraphs and names.
 */
export class Vocabulary {
  readonly words: string[] = [""];
  private readonly ids = new Map<string, number>();
  /** How often it stands in the entries as written. 0: only a stem. */
  occurrences = new Uint32Array(64);
  /** How many entries have it as a stem. */
  documents = new Uint32Array(64);
  bits = new Uint32Array(64);
  private readonly stemsOfWord = new Map<number, number[]>();
  private readonly wordsOfStem = new Map<number, number[]>();
  /** Written words in code unit order, for prefixes. */
  private sorted: number[] | null = null;

  get size(): number {
    return this.words.length;
  }

  idOf(word: string): number | undefined {
    return this.ids.get(word);
  }

  wordOf(id: number): string {
    return this.words[id] ?? "";
  }

  /** Adds a word that has none yet and returns its number. */
  add(word: string): number {
    const id = this.words.length;
    this.words.push(word);
    this.ids.set(word, id);
    this.occurrences = grown(this.occurrences, id + 1);
    this.documents = grown(this.documents, id + 1);
    this.bits = grown(this.bits, id + 1);
    this.bits[id] = letterBits(word);
    return id;
  }

  /** Remembers that a written word has a stem; false if that was known. */
  pair(stem: number, word: number): boolean {
    const stems = this.stemsOfWord.get(word);
    if (stems?.includes(stem)) return false;
    if (stems) stems.push(stem);
    else this.stemsOfWord.set(word, [stem]);
    const words = this.wordsOfStem.get(stem);
    if (words) words.push(word);
    else this.wordsOfStem.set(stem, [word]);
    if (this.sorted && !stems) this.insertSorted(word);
    return true;
  }

  stems(word: number): readonly number[] {
    return this.stemsOfWord.get(word) ?? [];
  }

  written(stem: number): readonly number[] {
    return this.wordsOfStem.get(stem) ?? [];
  }

  /** Written words that begin with a prefix, in code unit order. */
  withPrefix(prefix: string): number[] {
    const sorted = this.sortedWords();
    const found: number[] = [];
    for (let i = this.lowerBound(sorted, prefix); i < sorted.length; i++) {
      const id = sorted[i] ?? 0;
      if (!this.wordOf(id).startsWith(prefix)) break;
      if ((this.occurrences[id] ?? 0) > 0) found.push(id);
    }
    return found;
  }

  private sortedWords(): number[] {
    this.sorted ??= [...this.stemsOfWord.keys()].sort((a, b) => (this.wordOf(a) < this.wordOf(b) ? -1 : 1));
    return this.sorted;
  }

  private lowerBound(sorted: number[], word: string): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.wordOf(sorted[middle] ?? 0) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private insertSorted(word: number): void {
    const sorted = this.sortedWords();
    sorted.splice(this.lowerBound(sorted, this.wordOf(word)), 0, word);
  }
}
