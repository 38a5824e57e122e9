import type { Db } from "~db/client.server";
import { searchEntries } from "./documents.server";
import type { SearchEngine, SearchEntry } from "./port";

const batchSize = 400;

/**
 * Brings the index up to date: reads again every entry in the outbox, puts or removes it, and only then deletes the rows, so that
 * a failure on the way loses nothing. Returns how many rows were done.
 */
export async function drainOutbox(db: Db, engine: SearchEngine): Promise<number> {
  let done = 0;
  for (;;) {
    const rows = await db
      .selectFrom("outbox")
      .select(["id", "kind", "entry_id"])
      .orderBy("id")
      .limit(batchSize)
      .execute();
    if (rows.length === 0) return done;
    const ids = await withDependents(db, rows);
    const found: SearchEntry[] = [];
    for await (const entry of searchEntries(db, ids)) found.push(entry);
    const living = new Set(found.map((entry) => entry.id));
    const gone = ids.filter((id) => !living.has(id));
    if (found.length > 0) await engine.put(found);
    if (gone.length > 0) await engine.remove(gone);
    // Rows that came meanwhile have other ids and stay.
    await db
      .deleteFrom("outbox")
      .where(
        "id",
        "in",
        rows.map((row) => row.id),
      )
      .execute();
    done += rows.length;
  }
}

/** Builds the index anew from the database; the old one answers meanwhile. */
export async function rebuildIndex(db: Db, engine: SearchEngine): Promise<void> {
  const last = await db
    .selectFrom("outbox")
    .select(({ fn }) => fn.max("id").as("id"))
    .executeTakeFirst();
  await engine.rebuild(searchEntries(db));
  // What waited before the first entry was read is in the new index already.
  if (last?.id) await db.deleteFrom("outbox").where("id", "<=", last.id).execute();
}

/** A document's name is in the titles of its provisions, and a city's in what is told of it. */
async function withDependents(db: Db, rows: { kind: string; entry_id: string }[]): Promise<string[]> {
  const idsOf = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.entry_id);
  const documents = idsOf("document");
  const cities = idsOf("city");
  const provisions =
    documents.length === 0
      ? []
      : await db.selectFrom("provision").select("id").where("document_id", "in", documents).execute();
  const practices =
    cities.length === 0 ? [] : await db.selectFrom("practice").select("id").where("city_id", "in", cities).execute();
  const studies =
    cities.length === 0 ? [] : await db.selectFrom("case_study").select("id").where("city_id", "in", cities).execute();
  const dependents = [...provisions, ...practices, ...studies].map((row) => row.id);
  return [...new Set([...rows.map((row) => row.entry_id), ...dependents])];
}
