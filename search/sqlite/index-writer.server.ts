import type { Database, Statement } from "better-sqlite3";
import { evidenceLevels } from "~db/schema/link";
import { entryHash } from "../entry-hash.server";
import type { SearchEntry } from "../port";
import { analyseEntry, bodyOf, type Numbering } from "./analyse-entry";
import { encodeEntry } from "./entry-blob";
import type { IndexState } from "./index-state.server";
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
  private readonly insertTerms: Statement;
  private readonly deleteEntry: Statement;
  private readonly deleteTerms: Statement;
  private readonly insertPending: Statement;
  private readonly numbering: Numbering;
  private readonly building: boolean;

  constructor(
    sqlite: Database,
    private readonly state: IndexState,
  ) {
    const tables = tablesOf(state.generation);
    this.insertEntry = sqlite.prepare(
      `insert or replace into ${tables.entry} (slot, id, kind, language, title, body, url, date, evidence, hash, numbers, layout)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.insertTerms = sqlite.prepare(`insert into ${tables.fts} (rowid, terms) values (?, ?)`);
    this.deleteEntry = sqlite.prepare(`delete from ${tables.entry} where slot = ?`);
    this.deleteTerms = sqlite.prepare(`delete from ${tables.fts} where rowid = ?`);
    this.insertPending = sqlite.prepare("insert into search_pending (id, entry) values (?, ?)");
    this.numbering = numberingOf(sqlite, state);
    this.building = readStatus(sqlite).building !== null;
  }

  put(entry: SearchEntry): void {
    const { columns, vocabulary } = this.state;
    const known = columns.slotOf.get(entry.id);
    // Slot 0 is left out: SQLite's row ids begin with 1.
    const slot = known ?? Math.max(1, columns.size);
    const { analysed, layout } = analyseEntry(entry, this.numbering);
    const evidence = evidenceOf(entry);
    if (known !== undefined) this.deleteTerms.run(slot);
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
    this.insertTerms.run(slot, Array.from(analysed.terms, (term) => vocabulary.wordOf(term)).join(" "));
    columns.set(slot, { ...entry, evidence }, analysed);
  }

  remove(id: string): void {
    const slot = this.state.columns.slotOf.get(id);
    if (slot === undefined) return;
    this.deleteEntry.run(slot);
    this.deleteTerms.run(slot);
    this.state.columns.drop(slot);
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
