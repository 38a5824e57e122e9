import { Columns } from "../sqlite/columns";
import { FacetValues } from "../sqlite/facet-values";
import type { Vocabulary } from "../sqlite/vocabulary";
import type { EntryDocument } from "./document";
import type { HashTable } from "./hash-table";
import { decodeLooks } from "./look";

export type Candidate = Pick<EntryDocument, "key" | "language" | "tie" | "look">;

/** What tells the words of a query from all others. */
interface QueryWords {
  vocabulary: Vocabulary;
  numbers: HashTable;
  isStem: boolean[];
  other: number;
}

/** Candidates as the columns of an index, filled at once: what ranking reads of them, and nothing else. */
export class CandidateColumns extends Columns {
  constructor(candidates: Candidate[], { vocabulary, numbers, isStem, other }: QueryWords) {
    super(vocabulary, new FacetValues());
    const looks = decodeLooks(candidates.map(({ look }) => look));
    const size = candidates.length + 1;
    const words = new Uint32Array(looks.reduce((sum, look) => sum + look.words.length, 0));
    this.ids.push(undefined);
    this.languages.push("");
    this.wordStart = new Uint32Array(size);
    this.titleEnd = new Uint32Array(size);
    this.headEnd = new Uint32Array(size);
    this.wordEnd = new Uint32Array(size);
    this.titleLength = new Uint16Array(size);
    this.bodyLength = new Uint32Array(size);
    this.tie = new Float64Array(size);
    let end = 0;
    for (const [i, look] of looks.entries()) {
      const slot = i + 1;
      const { key, language, tie } = candidates[i] as Candidate;
      this.ids.push(key);
      this.languages.push(language);
      this.tie[slot] = tie;
      this.titleLength[slot] = look.titleLength;
      this.bodyLength[slot] = look.bodyLength;
      this.wordStart[slot] = end;
      this.titleEnd[slot] = end + look.titleWords;
      this.headEnd[slot] = end + look.headWords;
      for (let at = 0; at < look.words.length; at++) {
        const hash = look.words[at] as number;
        words[end++] = hash === 0 ? 0 : numbers.get(hash) || other;
      }
      this.wordEnd[slot] = end;
      for (let at = 0; at < look.terms.length; at++) {
        const number = numbers.get(look.terms[at] as number);
        if (isStem[number]) this.postings.add(number, slot, look.frequencies[at] as number);
      }
    }
    this.words.data = words;
    this.words.length = end;
  }

  /** They are few: each is looked at. */
  override withTitle(title: number[]): number[] {
    const { data } = this.words;
    const isTitle = ([start, end]: [number, number]) =>
      end - start === title.length && title.every((word, i) => data[start + i] === word);
    return this.ids.flatMap((id, slot) => (id !== undefined && this.headParts(slot).some(isTitle) ? [slot] : []));
  }
}
