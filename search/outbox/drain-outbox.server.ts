import type { Db } from "~db/client.server";
import type { ProcessLock } from "~db/process-lock.server";
import type { SearchEngine } from "../port";
import { withDependents } from "./dependents.server";
import { advance, readProgress } from "./progress.server";
import { dueRefusals } from "./refusals.server";
import type { RefusedEntries } from "./refused-entries.server";

interface Draining {
  db: Db;
  readDb: Db;
  engine: SearchEngine;
  writing: ProcessLock;
}

const rowsAtATime = 400;
/** After so many failures in a row it is asked whether one entry is at fault. */
const failuresToSift = 2;

/** Does the rows of the outbox that an index has not had, those of now. @throws what the engine throws; nothing counts as done then. */
export async function drainOutbox(options: Draining, refused: RefusedEntries): Promise<void> {
  const { readDb, engine, writing } = options;
  const { end } = await readDb
    .selectFrom("outbox")
    .select(({ fn }) => fn.max("id").as("end"))
    .executeTakeFirstOrThrow();
  const isBehind = async () => ((await nextRows(options, 1))[0]?.id ?? Number.POSITIVE_INFINITY) <= (end ?? 0);
  while (await isBehind()) {
    // One turn for each batch, so that other processes get theirs.
    await writing.run(() => drainBatch(options, refused));
  }
  if ((await dueRefusals(readDb, engine.name)).length > 0) await writing.run(() => refused.tryDue());
}

async function drainBatch(options: Draining, refused: RefusedEntries): Promise<void> {
  const { db, readDb, engine } = options;
  const rows = await nextRows(options, rowsAtATime);
  const last = rows.at(-1);
  if (!last) return;
  const ids = await withDependents(readDb, [...new Set(rows.map((row) => row.entry_id))]);
  const { failures } = await readProgress(readDb, engine.name);
  await refused.bring(ids, { sift: failures >= failuresToSift });
  await advance(db, engine.name, last.id);
}

async function nextRows({ readDb, engine }: Draining, limit: number) {
  const { last_outbox_id: last } = await readProgress(readDb, engine.name);
  if (last === null) return [];
  return readDb
    .selectFrom("outbox")
    .select(["id", "entry_id"])
    .where("id", ">", last)
    .orderBy("id")
    .limit(limit)
    .execute();
}
