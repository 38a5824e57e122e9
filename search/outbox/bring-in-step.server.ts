import type { Db } from "~db/client.server";
import { searchEntries } from "../documents.server";
import type { SearchEngine, SearchEntry } from "../port";
import { inBatches } from "./batches";

/** An engine reads so many at a time without a pause: searches wait for it. */
const putAtATime = 100;

/** Reads entries again as they are now, and puts them into the index or takes them out: doing it twice does no harm. */
export async function bringInStep(readDb: Db, engine: SearchEngine, ids: string[]): Promise<void> {
  for (const batch of inBatches(ids, putAtATime)) {
    const found: SearchEntry[] = [];
    for await (const entry of searchEntries(readDb, batch)) found.push(entry);
    const living = new Set(found.map((entry) => entry.id));
    const gone = batch.filter((id) => !living.has(id));
    if (found.length > 0) await engine.put(found);
    if (gone.length > 0) await engine.remove(gone);
  }
}
