import { setImmediate } from "node:timers/promises";
import type { Database, Statement } from "better-sqlite3";
import { EntryVectors } from "../latent/entry-vectors";
import { type CountedTerms, dimensions, LatentModel, type TermVectors } from "../latent/latent-model";
import { largestSample, trainLatentModel } from "../latent/train.server";
import { bodyFrequency, titleFrequency } from "./analyse-entry";
import { decodeEntry } from "./entry-blob";
import { tablesOf } from "./tables.server";
import { whenFree } from "./when-free.server";

const batchSize = 200;

/** What entries are about, in memory: a model of the words, and a vector for each entry. */
export interface LatentIndex {
  model: LatentModel;
  vectors: EntryVectors;
}

/** Titles tell more of what an entry is about; keywords, given to many alike, nothing. */
function countedTerms(entry: { terms: ArrayLike<number>; frequencies: ArrayLike<number> }): CountedTerms {
  return {
    terms: Array.from(entry.terms),
    counts: Array.from(entry.frequencies, (packed) => bodyFrequency(packed) + 2 * titleFrequency(packed)),
  };
}

/** Writes the vectors of entries that come or change after the model was learned: they learn from it, it not from them. */
export class LatentWriter {
  private readonly insert: Statement;
  private readonly delete: Statement;

  constructor(
    sqlite: Database,
    generation: number,
    private readonly latent: LatentIndex,
  ) {
    this.insert = sqlite.prepare(`insert or replace into ${tablesOf(generation).latent} (slot, vector) values (?, ?)`);
    this.delete = sqlite.prepare(`delete from ${tablesOf(generation).latent} where slot = ?`);
  }

  put(slot: number, entry: { terms: ArrayLike<number>; frequencies: ArrayLike<number> }): void {
    const vector = this.latent.model.vectorOf(countedTerms(entry));
    this.insert.run(slot, Buffer.from(vector.buffer));
    this.latent.vectors.set(slot, vector);
  }

  remove(slot: number): void {
    this.delete.run(slot);
  }
}

/** Learns a model from a generation that is complete, and gives each of its entries a vector; null when it is too small. */
export async function learnLatent(sqlite: Database, generation: number): Promise<LatentIndex | null> {
  const tables = tablesOf(generation);
  const slots = sqlite.prepare(`select slot from ${tables.entry} order by slot`).pluck().all() as number[];
  const numbersOf = sqlite.prepare(`select numbers from ${tables.entry} where slot = ?`).pluck();
  const read = (slot: number) => decodeEntry(numbersOf.get(slot) as Buffer);
  const step = Math.max(1, slots.length / largestSample);
  const sample = Array.from({ length: Math.floor(slots.length / step) }, (_, i) => slots[Math.floor(i * step)] ?? 0);
  const model = await trainLatentModel(sample.map((slot) => countedTerms(read(slot))));
  if (!model) return null;
  const { termOf, factorOf, numbers } = model.vectors;
  const row = [termOf, factorOf, numbers].map((list) => Buffer.from(list.buffer));
  const insert = `insert into ${tables.latentModel} (id, terms, factors, numbers) values (1, ?, ?, ?)`;
  await whenFree(sqlite, () => sqlite.prepare(insert).run(...row), { durable: false });
  const latent = { model, vectors: new EntryVectors() };
  const writer = new LatentWriter(sqlite, generation, latent);
  for (let start = 0; start < slots.length; start += batchSize) {
    // Requests that wait get their turn between two batches.
    await setImmediate();
    const batch = slots.slice(start, start + batchSize);
    const write = () => {
      for (const slot of batch) writer.put(slot, read(slot));
    };
    await whenFree(sqlite, write, { durable: false });
  }
  return latent;
}

/** Reads model and vectors back; null where none were learned. */
export function loadLatent(sqlite: Database, generation: number): LatentIndex | null {
  const tables = tablesOf(generation);
  const row = sqlite.prepare(`select terms, factors, numbers from ${tables.latentModel}`).get() as
    | { terms: Buffer; factors: Buffer; numbers: Buffer }
    | undefined;
  if (!row) return null;
  const vectors = new EntryVectors();
  const rows = sqlite.prepare(`select slot, vector from ${tables.latent}`).raw();
  for (const [slot, vector] of rows.iterate() as Iterable<[number, Buffer]>) {
    vectors.set(slot, new Int8Array(vector.buffer, vector.byteOffset, dimensions));
  }
  return { model: new LatentModel(fromRow(row)), vectors };
}

/** Copies: a buffer from the database need not begin where a number may. */
function fromRow(row: { terms: Buffer; factors: Buffer; numbers: Buffer }): TermVectors {
  const copy = (buffer: Buffer) => new Uint8Array(buffer).buffer;
  return {
    termOf: new Uint32Array(copy(row.terms)),
    factorOf: new Float32Array(copy(row.factors)),
    numbers: new Int8Array(copy(row.numbers)),
  };
}
