import type { Database, Statement } from "better-sqlite3";
import { evidenceLevels } from "~db/schema/link";
import { entryHash } from "../entry-hash.server";
import type { SearchEntry } from "../port";
import { analyseEntry, bodyOf, type Numbering } from "./analyse-entry";
import { decodeEntry, encodeEntry } from "./entry-blob";
import type { IndexState } from "./index-state.server";
import { LatentWriter } from "./latent-index.server";
import { readStatus, tablesOf } from "./tables.server";

/** From 0, no evidence, to the strongest level. */
function evidenceOf(entry: SearchEntry): number {
  return Math.max(0, ...entry.facets.evidence.map((level) => (evidenceLevels as readonly string[]).indexOf(level) + 1));
}

/**
 * Writes entries to the tables of a generation and to its columns in memory. The caller holds the transaction, and throws the
 * state away if that fails.
 */
export class IndexWriter {
  private readonly insertEntry: Statement;
  private readonly readNumbers: Statement;
  private readonly deleteEntry: Statement;
  private readonly insertPending: Statement;
  private readonly numbering: Numbering;
  private readonly latent: LatentWriter | null;
  private readonly building: boolean;

  constructor(
    sqlite: Database,
    private readonly state: IndexState,
  ) {
    const tables = tablesOf(state.generation);
    this.insertEntry = sqlite.prepare(
      `insert into ${tables.entry} (slot, id, kind, language, title, body, url, date, evidence, hash, numbers, layout)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.readNumbers = sqlite.prepare(`select numbers from ${tables.entry} where slot = ?`).pluck();
    this.deleteEntry = sqlite.prepare(`delete from ${tables.entry} where slot = ?`);
    this.insertPending = sqlite.prepare("insert into search_pending (id, entry) values (?, ?)");
    this.numbering = numberingOf(sqlite, state);
    this.latent = state.latent && new LatentWriter(sqlite, state.generation, state.latent);
    this.building = readStatus(sqlite).building !== null;
  }

  put(entry: SearchEntry): void {
    this.remove(entry.id);
    const { columns } = this.state;
    const slot = columns.nextSlot;
    const { analysed, layout } = analyseEntry(entry, this.numbering);
    const evidence = evidenceOf(entry);
    this.insertEntry.run(
      slot,
      entry.id,
      entry.kind,
      entry.language,
      entry.title,
      bodyOf(entry),
      entry.url,
      entry.date,
      evidence,
      entryHash(entry),
      encodeEntry(analysed),
      layout,
    );
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
    if (this.building) this.insertPending.run(id, entry && JSON.stringify(entry));
  }
}

/** Numbers from memory; a new one is written down at once. */
function numberingOf(sqlite: Database, { vocabulary, facetValues, generation }: IndexState): Numbering {
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
      insertWord.run(id, word);
      return id;
    },
    pair(stem, word) {
      if (vocabulary.pair(stem, word)) insertStem.run(stem, word);
    },
    facetValueId(facet, value) {
      const known = facetValues.idOf(facet, value);
      if (known !== undefined) return known;
      const id = facetValues.add(facet, value);
      insertValue.run(id, facet, value);
      return id;
    },
  };
}
