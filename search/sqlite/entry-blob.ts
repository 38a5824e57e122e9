import type { AnalysedEntry } from "./analyse-entry";
import { grown } from "./growing";
import { VarintReader, VarintWriter } from "./varint";

const writer = new VarintWriter();

function writeList(numbers: ArrayLike<number>): void {
  writer.write(numbers.length);
  for (let i = 0; i < numbers.length; i++) writer.write(numbers[i] as number);
}

/** Ascending numbers are written as steps, which are short. */
function steps(numbers: ArrayLike<number>): number[] {
  return Array.from(numbers, (number, i) => number - (numbers[i - 1] ?? 0));
}

/** A list that is read into the same memory each time: a start reads millions of numbers. */
class List {
  private numbers = new Uint32Array(1024);

  read(reader: VarintReader, length: number): Uint32Array {
    this.numbers = grown(this.numbers, length);
    for (let i = 0; i < length; i++) this.numbers[i] = reader.read();
    return this.numbers.subarray(0, length);
  }

  readSteps(reader: VarintReader, length: number): Uint32Array {
    const numbers = this.read(reader, length);
    for (let i = 1; i < length; i++) numbers[i] = (numbers[i] as number) + (numbers[i - 1] as number);
    return numbers;
  }
}
const words = new List();
const terms = new List();
const frequencies = new List();
const facetValues = new List();

/** An analysed entry as it is kept in the database, so that a start reads it back without analysing again. */
export function encodeEntry(entry: AnalysedEntry): Buffer {
  writer.write(entry.titleWords);
  writer.write(entry.headWords);
  writer.write(entry.titleLength);
  writer.write(entry.bodyLength);
  writeList(entry.words);
  writeList(steps(entry.terms));
  writeList(entry.frequencies);
  writeList(entry.facetValues);
  return writer.take();
}

/** Reads an entry back; its lists are good until the next one is read. */
export function decodeEntry(blob: Uint8Array): AnalysedEntry {
  const reader = new VarintReader(blob);
  const titleWords = reader.read();
  const headWords = reader.read();
  const titleLength = reader.read();
  const bodyLength = reader.read();
  return {
    titleWords,
    headWords,
    titleLength,
    bodyLength,
    words: words.read(reader, reader.read()),
    terms: terms.readSteps(reader, reader.read()),
    frequencies: frequencies.read(reader, reader.read()),
    facetValues: facetValues.read(reader, reader.read()),
  };
}
