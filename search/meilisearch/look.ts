import type { AnalysedEntry } from "../sqlite/analyse-entry";
import { wordHash } from "./word-hash";

/** What a second look at an entry needs: its words in order and how often each stem stands in which field, as hashes. */
export interface Look {
  titleWords: number;
  headWords: number;
  titleLength: number;
  bodyLength: number;
  words: Int32Array;
  /** In ascending order. */
  terms: Int32Array;
  frequencies: Uint16Array;
}

const headNumbers = 6;

/** An analysed entry in few characters, to travel with each candidate. */
export function encodeLook(entry: AnalysedEntry, wordOf: (number: number) => string): string {
  const words = Int32Array.from(entry.words, (number) => (number === 0 ? 0 : wordHash(wordOf(number))));
  const counted = Array.from(entry.terms, (term, i) => ({
    hash: wordHash(wordOf(term)),
    times: entry.frequencies[i] ?? 0,
  }));
  counted.sort((a, b) => a.hash - b.hash);
  const head = [entry.titleWords, entry.headWords, entry.titleLength, entry.bodyLength, words.length, counted.length];
  const numbers = Int32Array.from([...head, ...words, ...counted.map(({ hash }) => hash)]);
  const frequencies = Uint16Array.from(counted, ({ times }) => times);
  return Buffer.concat([Buffer.from(numbers.buffer), Buffer.from(frequencies.buffer)]).toString("base64");
}

/** Into one piece of memory, each where a number may begin. */
export function decodeLooks(encoded: string[]): Look[] {
  const starts = [0];
  for (const look of encoded) starts.push((starts.at(-1) ?? 0) + 4 * Math.ceil((look.length * 3) / 16));
  const buffer = new ArrayBuffer(starts.at(-1) ?? 0);
  const bytes = Buffer.from(buffer);
  return encoded.map((look, i) => {
    const start = starts[i] as number;
    bytes.write(look, start, "base64");
    return readLook(buffer, start);
  });
}

function readLook(buffer: ArrayBuffer, start: number): Look {
  const [titleWords = 0, headWords = 0, titleLength = 0, bodyLength = 0, wordCount = 0, termCount = 0] = new Int32Array(
    buffer,
    start,
    headNumbers,
  );
  const words = start + headNumbers * 4;
  const terms = words + wordCount * 4;
  return {
    titleWords,
    headWords,
    titleLength,
    bodyLength,
    words: new Int32Array(buffer, words, wordCount),
    terms: new Int32Array(buffer, terms, termCount),
    frequencies: new Uint16Array(buffer, terms + termCount * 4, termCount),
  };
}
