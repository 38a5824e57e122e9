import type { AnalysedEntry } from "./analyse-entry";
import { VarintReader, VarintWriter } from "./varint";

const writer = new VarintWriter();

function writeList(numbers: readonly number[]): void {
  writer.write(numbers.length);
  for (const number of numbers) writer.write(number);
}

function readList(reader: VarintReader): number[] {
  const length = reader.read();
  const numbers = new Array<number>(length);
  for (let i = 0; i < length; i++) numbers[i] = reader.read();
  return numbers;
}

/** An analysed entry as it is kept in the database, so that a start reads it back without analysing again. */
export function encodeEntry(entry: AnalysedEntry): Buffer {
  writer.write(entry.titleWords);
  writer.write(entry.headWords);
  writer.write(entry.titleLength);
  writer.write(entry.bodyLength);
  writeList(entry.words);
  writer.write(entry.terms.length);
  let last = 0;
  for (const [i, term] of entry.terms.entries()) {
    writer.write(term - last);
    writer.write(entry.frequencies[i] ?? 0);
    last = term;
  }
  writeList(entry.facetValues);
  return writer.take();
}

export function decodeEntry(blob: Uint8Array): AnalysedEntry {
  const reader = new VarintReader(blob);
  const titleWords = reader.read();
  const headWords = reader.read();
  const titleLength = reader.read();
  const bodyLength = reader.read();
  const words = readList(reader);
  const count = reader.read();
  const terms = new Array<number>(count);
  const frequencies = new Array<number>(count);
  let last = 0;
  for (let i = 0; i < count; i++) {
    last += reader.read();
    terms[i] = last;
    frequencies[i] = reader.read();
  }
  return { words, titleWords, headWords, terms, frequencies, titleLength, bodyLength, facetValues: readList(reader) };
}
