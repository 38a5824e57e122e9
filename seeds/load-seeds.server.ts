import type { Db } from "~db/client.server";
import { readSeeds } from "./read-seeds.server";
import { type SeedRows, seededTables, seedRows } from "./seed-rows";

/** Seeds are for an empty database only: they never overwrite what people wrote. */
export class DatabaseNotEmpty extends Error {
  override name = "DatabaseNotEmpty";
  override message = "The database holds entries already: seeds are for an empty one.";
}

/** How many rows went into each table. */
export type SeedCounts = { [Table in keyof SeedRows]: number };

// 500 rows of 22 columns stay far below SQLite's 32,766 and PostgreSQL's 65,535 parameters.
const batchSize = 500;

/**
 * Fills an empty, migrated database from a seeds folder, in one transaction; `now` is when the index hears of them.
 * @throws SeedError with everything that is wrong in the files; DatabaseNotEmpty. The database is then as it was.
 */
export async function loadSeeds(db: Db, folder: string, now: Date): Promise<SeedCounts> {
  const rows = seedRows(readSeeds(folder), now.toISOString());
  return db.transaction().execute(async (trx) => {
    if (!(await isEmpty(trx))) throw new DatabaseNotEmpty();
    for (const table of seededTables) await insertAll(trx, table, rows);
    return countRows(rows);
  });
}

/** Whether the database holds neither entries nor vocabularies. */
export async function isEmpty(db: Db): Promise<boolean> {
  const entry = await db.selectFrom("entry").select("id").limit(1).executeTakeFirst();
  const term = await db.selectFrom("term").select("code").limit(1).executeTakeFirst();
  return !entry && !term;
}

async function insertAll<Table extends keyof SeedRows>(trx: Db, table: Table, rows: SeedRows): Promise<void> {
  const all = rows[table];
  for (let start = 0; start < all.length; start += batchSize) {
    await trx
      .insertInto(table)
      .values(all.slice(start, start + batchSize))
      .execute();
  }
}

const countRows = (rows: SeedRows): SeedCounts => ({
  region: rows.region.length,
  country: rows.country.length,
  term: rows.term.length,
  entry: rows.entry.length,
  entry_term: rows.entry_term.length,
  city: rows.city.length,
  organisation: rows.organisation.length,
  network: rows.network.length,
  document: rows.document.length,
  provision: rows.provision.length,
  provision_note: rows.provision_note.length,
  tool: rows.tool.length,
  practice: rows.practice.length,
  case_study: rows.case_study.length,
  link: rows.link.length,
  source: rows.source.length,
  outbox: rows.outbox.length,
});
