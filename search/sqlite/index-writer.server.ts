import type { Database, Statement } from "better-sqlite3";
import { entryHash } from "../entry-hash.server";
import type { SearchEntry } from "../port";
import { type AnalysedEntry, analyseEntry, bodyOf, type Numbering } from "./analyse-entry";
import { decodeEntry, encodeEntry } from "./entry-blob";
import { evidenceOf } from "./evidence";
import type { IndexState } from "./index-state.server";
import { LatentWriter } from "./latent-index.server";
import { tablesOf } from "./tables.server";

/** An entry that is ready to be written. */
export interface PreparedEntry {
  entry: SearchEntry;
  evidence: number;
  analysed: AnalysedEntry;
  row: unknown[];
}

/**
 * Writes entries to the tables of a generation and to its columns in memory. What takes time is done beforehand, so that others
 * wait little. To write, the caller holds a transaction; if that fails, the state in memory is worth nothing any more.
 */
export class IndexWriter {
  private readonly insertEntry: Statement;
  private readonly readNumbers: Statement;
  private readonly deleteEntry: Statement;
  private readonly insertPending: Statement;
  private readonly numbering: Numbering;
  private readonly latent: LatentWriter | null;
  /** Words and values that were numbered and are not yet written. */
  private readonly numbered: { insert: Statement; row: unknown[] }[] = [];

  constructor(
    sqlite: Database,
    private readonly state: IndexState,
  ) {
    const tables = tablesOf(state.generation);
    this.insertEntry = sqlite.prepare(
      `insert into ${tables.entry} (slot, id, kind, language, title, body, url, date, evidence, latitude, longitude, hash, numbers, layout)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.readNumbers = sqlite.prepare(`select numbers from ${tables.entry} where slot = ?`).pluck();
    this.deleteEntry = sqlite.prepare(`delete from ${tables.entry} where slot = ?`);
    this.insertPending = sqlite.prepare(
      "insert into search_pending (id, entry) select ?, ? from search_state where building is not null",
    );
    this.numbering = numberingOf(sqlite, state, (insert, ...row) => this.numbered.push({ insert, row }));
    this.latent = state.latent && new LatentWriter(sqlite, state.generation, state.latent);
  }

  prepare(entry: SearchEntry): PreparedEntry {
    const { analysed, layout } = analyseEntry(entry, this.numbering);
    const evidence = evidenceOf(entry);
    const { id, kind, language, title, url, date, location } = entry;
    const place = [location?.latitude ?? null, location?.longitude ?? null];
    const shown = [id, kind, language, title, bodyOf(entry), url, date, evidence];
    const row = [...shown, ...place, entryHash(entry), encodeEntry(analysed), layout];
    return { entry, evidence, analysed, row };
  }

  write({ entry, evidence, analysed, row }: PreparedEntry): void {
    for (const { insert, row } of this.numbered.splice(0)) insert.run(...row);
    this.remove(entry.id);
    const { columns } = this.state;
    const slot = columns.nextSlot;
    this.insertEntry.run(slot, ...row);
    columns.set(slot, { ...entry, evidence }, analysed);
    this.latent?.put(slot, analysed);
  }

  remove(id: string): void {
    const slot = this.state.columns.slotOf.get(id);
    if (slot === undefined) return;
    const { terms } = decodeEntry(this.readNumbers.get(slot) as Buffer);
    this.deleteEntry.run(slot);
    this.latent?.remove(slot);
    this.state.columns.drop(slot, terms);
  }

  /** Leaves a change for the rebuild that is under way, if one is. */
  notePending(id: string, entry: SearchEntry | null): void {
    this.insertPending.run(id, entry && JSON.stringify(entry));
  }
}

/** Numbers from memory; `note` is told what to write down of a new one. */
function numberingOf(
  sqlite: Database,
  { vocabulary, facetValues, generation }: IndexState,
  note: (insert: Statement, ...row: unknown[]) => void,
): Numbering {
  const tables = tablesOf(generation);
  const insertWord = sqlite.prepare(`insert into ${tables.word} (id, word) values (?, ?)`);
  const insertStem = sqlite.prepare(`insert into ${tables.stem} (stem, word) values (?, ?)`);
  const insertValue = sqlite.prepare(`insert into ${tables.facet} (id, facet, value) values (?, ?, ?)`);
  return {
    known: new Map(),
    wordId(word) {
      const known = vocabulary.idOf(word);
      if (known !== undefined) return known;
      const id = vocabulary.add(word);
      note(insertWord, id, word);
      return id;
    },
    pair(stem, word) {
      if (vocabulary.pair(stem, word)) note(insertStem, stem, word);
    },
    facetValueId(facet, value) {
      const known = facetValues.idOf(facet, value);
      if (known !== undefined) return known;
      const id = facetValues.add(facet, value);
      note(insertValue, id, facet, value);
      return id;
    },
  };
}
