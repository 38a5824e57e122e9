import type { Database } from "better-sqlite3";
import { Columns } from "./columns";
import { decodeEntry } from "./entry-blob";
import { FacetValues } from "./facet-values";
import { type LatentIndex, loadLatent } from "./latent-index.server";
import { tablesOf } from "./tables.server";
import { Vocabulary } from "./vocabulary";

/** One generation of the index as this process holds it in memory. */
export class IndexState {
  readonly vocabulary = new Vocabulary();
  readonly facetValues = new FacetValues();
  readonly columns = new Columns(this.vocabulary, this.facetValues);
  /** Null in a small index. */
  latent: LatentIndex | null = null;

  constructor(
    readonly generation: number,
    public version: number,
  ) {}
}

interface EntryRow {
  slot: number;
  id: string;
  kind: string;
  language: string;
  title: string;
  date: string | null;
  evidence: number;
  latitude: number | null;
  longitude: number | null;
  numbers: Buffer;
}

/** Reads a generation back from the database: nothing is analysed again. */
export function loadState(sqlite: Database, generation: number, version: number): IndexState {
  const state = new IndexState(generation, version);
  const tables = tablesOf(generation);
  // Numbers are given in order without gaps, so reading in order gives them again.
  const words = sqlite.prepare(`select word from ${tables.word} order by id`).pluck();
  for (const word of words.iterate()) state.vocabulary.add(word as string);
  const pairs = sqlite.prepare(`select stem, word from ${tables.stem}`).raw();
  for (const [stem, word] of pairs.iterate() as Iterable<[number, number]>) state.vocabulary.pair(stem, word);
  const values = sqlite.prepare(`select facet, value from ${tables.facet} order by id`).raw();
  for (const [facet, value] of values.iterate() as Iterable<[number, string]>) state.facetValues.add(facet, value);
  const entries = sqlite.prepare(
    `select slot, id, kind, language, title, date, evidence, latitude, longitude, numbers from ${tables.entry} order by slot`,
  );
  for (const row of entries.iterate() as Iterable<EntryRow>) {
    const { latitude, longitude } = row;
    const location = latitude === null || longitude === null ? null : { latitude, longitude };
    state.columns.set(row.slot, { ...row, location }, decodeEntry(row.numbers));
  }
  state.latent = loadLatent(sqlite, generation);
  return state;
}
