import { setImmediate } from "node:timers/promises";
import type { Db } from "~db/client.server";
import { buildEntry } from "./entries/build-entry";
import { readParts } from "./entries/parts.server";
import { readVocabularyLabels } from "./entries/vocabulary-labels.server";
import type { SearchEntry } from "./port";

/** Few enough that pages do not have to wait for them: the database is read in this thread. */
const batchSize = 50;

/** What is published, as the index knows it: everything, or those of `ids` that are there to be found. */
export async function* searchEntries(db: Db, ids?: string[]): AsyncGenerator<SearchEntry> {
  const labels = await readVocabularyLabels(db);
  let last = "";
  for (let start = 0; ; start += batchSize) {
    const wanted = ids?.slice(start, start + batchSize);
    if (wanted?.length === 0) return;
    await setImmediate();
    let query = db
      .selectFrom("entry")
      .select(["id", "kind", "title", "summary", "language"])
      .where("published_at", "is not", null);
    if (wanted) query = query.where("id", "in", wanted);
    else query = query.where("id", ">", last).orderBy("id").limit(batchSize);
    const rows = await query.execute();
    if (rows.length > 0) {
      const parts = await readParts(
        db,
        rows.map((row) => row.id),
      );
      for (const row of rows) {
        const entry = buildEntry(row, parts, labels);
        if (entry) yield entry;
      }
    }
    last = rows.at(-1)?.id ?? last;
    if (!ids && rows.length < batchSize) return;
  }
}

/** How many entries `searchEntries` gives. */
export async function countSearchEntries(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("entry")
    .leftJoin("provision", "provision.id", "entry.id")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("entry.published_at", "is not", null)
    .where(({ or, eb }) => or([eb("provision.current", "is", null), eb("provision.current", "=", 1)]))
    .executeTakeFirstOrThrow();
  return count;
}

/** How many of these entries readers may see. */
export async function countPublished(db: Db, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { count } = await db
    .selectFrom("entry")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("id", "in", ids)
    .where("published_at", "is not", null)
    .executeTakeFirstOrThrow();
  return count;
}
