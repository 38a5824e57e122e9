import type { Db } from "~db/client.server";
import { entryHash } from "../entry-hash.server";
import type { SearchEngine, SearchEntry } from "../port";
import { withDependents } from "./dependents.server";
import { type RefusedEntry, readRefusals } from "./refusals.server";

/** Where index and database differ, by entry ids. */
export interface IndexDifference {
  /** What the database has to be found. */
  entries: number;
  /** Published, but not in the index. */
  missing: string[];
  /** In the index, but not published. */
  surplus: string[];
  /** In both, with other content. */
  different: string[];
  /** Refused by the engine and set aside: not in the index, and not counted above. */
  refused: RefusedEntry[];
  /** Changed a moment ago and waiting in the outbox: not compared. */
  waiting: number;
}

export const isInStep = ({ missing, surplus, different }: IndexDifference): boolean =>
  missing.length + surplus.length + different.length === 0;

/** Compares an index with the `entries` of the database, by id and content hash. Nothing else may write to the index meanwhile. */
export async function compareIndex(
  readDb: Db,
  engine: SearchEngine,
  entries: AsyncIterable<SearchEntry>,
): Promise<IndexDifference> {
  const indexed = new Map((await engine.contents()).map(({ id, hash }) => [id, hash]));
  const found = { entries: 0, missing: [] as string[], different: [] as string[] };
  for await (const entry of entries) {
    found.entries += 1;
    const hash = indexed.get(entry.id);
    if (hash === undefined) found.missing.push(entry.id);
    else if (hash !== entryHash(entry)) found.different.push(entry.id);
    indexed.delete(entry.id);
  }
  const waiting = new Set(await waitingIds(readDb, engine));
  const refused = await readRefusals(readDb, engine.name);
  const unsettled = new Set([...waiting, ...refused.map(({ id }) => id)]);
  const settled = (ids: string[]) => ids.filter((id) => !unsettled.has(id)).sort();
  return {
    entries: found.entries,
    missing: settled(found.missing),
    surplus: settled([...indexed.keys()]),
    different: settled(found.different),
    refused,
    waiting: waiting.size,
  };
}

/** What will be read again anyway. */
async function waitingIds(readDb: Db, engine: SearchEngine): Promise<string[]> {
  const rows = await readDb
    .selectFrom("outbox")
    .select("entry_id")
    .distinct()
    .where("id", ">", ({ selectFrom }) =>
      selectFrom("search_progress")
        .select((eb) => eb.fn.coalesce("last_outbox_id", eb.lit(0)).as("last"))
        .where("engine", "=", engine.name),
    )
    .execute();
  return withDependents(
    readDb,
    rows.map((row) => row.entry_id),
  );
}
