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

export function decodeLook(encoded: string): Look {
  // A copy: a small buffer shares its memory and need not begin where a number may.
  const { buffer } = new Uint8Array(Buffer.from(encoded, "base64"));
  const [titleWords = 0, headWords = 0, titleLength = 0, bodyLength = 0, wordCount = 0, termCount = 0] = new Int32Array(
    buffer,
    0,
    headNumbers,
  );
  const numbers = new Int32Array(buffer, headNumbers * 4, wordCount + termCount);
  return {
    titleWords,
    headWords,
    titleLength,
    bodyLength,
    words: numbers.subarray(0, wordCount),
    terms: numbers.subarray(wordCount),
    frequencies: new Uint16Array(buffer, (headNumbers + wordCount + termCount) * 4, termCount),
  };
}
