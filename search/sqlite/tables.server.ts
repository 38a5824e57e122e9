import type { Database, Statement } from "better-sqlite3";
import { facetNames, type IndexedEntry } from "../port";
import { analysisStamp } from "./analysis-stamp.server";

/** Raise the number when the tables change: an index of another layout cannot be read, is thrown away and built again. */
const layout = `6 ${facetNames.join(" ")}`;
/** An index of the same layout but another analysis answers until it has been built anew. */
export const currentFormat = (): string => `${layout} | ${analysisStamp()}`;

export interface IndexTables {
  entry: string;
  word: string;
  stem: string;
  facet: string;
  latent: string;
  latentModel: string;
}

/** The tables of one generation; a rebuild writes the next one beside it. */
export function tablesOf(generation: number): IndexTables {
  return {
    entry: `search_entry_${generation}`,
    word: `search_word_${generation}`,
    stem: `search_stem_${generation}`,
    facet: `search_facet_${generation}`,
    latent: `search_latent_${generation}`,
    latentModel: `search_latent_model_${generation}`,
  };
}

export interface IndexStatus {
  /** Layout of the tables and stamp of the analysis. */
  format: string;
  generation: number;
  /** Counts the changes of the index, by whatever process. */
  version: number;
  /** Whether a rebuild has ever filled it. */
  complete: 0 | 1;
  /** The generation that a rebuild is writing; null when none is. */
  building: number | null;
}

/** Asked before each search: prepared once a connection. */
const statusOf = new WeakMap<Database, Statement>();

export function readStatus(sqlite: Database): IndexStatus {
  let statement = statusOf.get(sqlite);
  if (!statement) {
    statement = sqlite.prepare("select format, generation, version, complete, building from search_state where id = 1");
    statusOf.set(sqlite, statement);
  }
  return statement.get() as IndexStatus;
}

export function readContents(sqlite: Database, generation: number): IndexedEntry[] {
  return sqlite.prepare(`select id, hash from ${tablesOf(generation).entry} order by id`).all() as IndexedEntry[];
}

export function createGeneration(sqlite: Database, generation: number): void {
  const tables = tablesOf(generation);
  sqlite.exec(`
    create table ${tables.entry} (
      slot integer primary key, id text not null unique, kind text not null, language text not null, title text not null,
      body text not null, url text not null, date text, evidence integer not null,
      latitude real, longitude real, hash text not null, numbers blob not null, layout blob not null
    );
    create table ${tables.word} (id integer primary key, word text not null);
    create table ${tables.stem} (stem integer not null, word integer not null, primary key (stem, word)) without rowid;
    create table ${tables.facet} (id integer primary key, facet integer not null, value text not null);
    create table ${tables.latent} (slot integer primary key, vector blob not null);
    create table ${tables.latentModel} (id integer primary key, terms blob not null, factors blob not null, numbers blob not null);
  `);
}

/** Drops every table of a generation, those too that only older formats had. */
export function dropGeneration(sqlite: Database, generation: number): void {
  const tables = sqlite
    .prepare("select name from sqlite_master where type = 'table' and name glob ?")
    .pluck()
    .all(`search_*_${generation}`);
  for (const table of tables) sqlite.exec(`drop table if exists ${table}`);
}

/** Deletes some of a generation's entries; false when none is left. */
export function emptyGeneration(sqlite: Database, generation: number): boolean {
  const { entry } = tablesOf(generation);
  return sqlite.prepare(`delete from ${entry} where slot in (select slot from ${entry} limit 500)`).run().changes > 0;
}

/** The generations that have tables, in use or not. */
export function generationsOf(sqlite: Database): number[] {
  const names = sqlite
    .prepare("select name from sqlite_master where type = 'table' and name glob 'search_entry_[0-9]*'")
    .pluck()
    .all() as string[];
  return names.map((name) => Number(name.slice("search_entry_".length)));
}

/** Creates the index, empty, where there is none or one of another layout. Nobody is served yet: it may stand and wait for others. */
export function ensureTables(sqlite: Database): void {
  sqlite.pragma("busy_timeout = 5000");
  try {
    makeTables(sqlite);
  } finally {
    sqlite.pragma("busy_timeout = 0");
  }
}

function makeTables(sqlite: Database): void {
  sqlite.exec(
    "create table if not exists search_state (id integer primary key, format text not null, generation integer not null, version integer not null, complete integer not null, building integer)",
  );
  sqlite.exec("create table if not exists search_pending (seq integer primary key, id text not null, entry text)");
  const found = sqlite.prepare("select format from search_state where id = 1").pluck().get();
  if (typeof found === "string" && found.startsWith(`${layout} |`)) return;
  sqlite
    .transaction(() => {
      const old = found === undefined ? undefined : readStatus(sqlite);
      if (old) dropGeneration(sqlite, old.generation);
      if (old?.building) dropGeneration(sqlite, old.building);
      const generation = Math.max(old?.generation ?? 0, old?.building ?? 0) + 1;
      createGeneration(sqlite, generation);
      sqlite.exec("delete from search_pending");
      sqlite
        .prepare(
          "insert or replace into search_state (id, format, generation, version, complete) values (1, ?, ?, ?, 0)",
        )
        .run(currentFormat(), generation, (old?.version ?? 0) + 1);
    })
    .immediate();
}
