import type { Db } from "~db/client.server";
import { inTime } from "../failover/in-time";
import type { EngineName, SearchEngine } from "../port";
import { readProgress } from "./progress.server";
import { type RefusedEntry, readRefusals } from "./refusals.server";

export interface IndexStatus {
  engine: EngineName;
  /** Null: it does not answer. */
  entries: number | null;
  /** What waits in the outbox, and how long the oldest of it has waited. */
  waiting: number;
  lagSeconds: number;
  /** In a row; 0 while all is well. */
  failures: number;
  lastError: string | null;
  rebuilding: boolean;
  /** Set aside, so that the others go on. */
  refused: RefusedEntry[];
}

const answerPatienceMs = 1000;

export async function readStatus(readDb: Db, engine: SearchEngine, now: Date): Promise<IndexStatus> {
  const progress = await readProgress(readDb, engine.name);
  const { waiting, oldest } = await readDb
    .selectFrom("outbox")
    .select(({ fn }) => [fn.countAll<number>().as("waiting"), fn.min("created_at").as("oldest")])
    .where("id", ">", progress.last_outbox_id ?? 0)
    .executeTakeFirstOrThrow();
  return {
    engine: engine.name,
    // What is no Meilisearch may answer with anything.
    entries: await inTime(engine.count(), answerPatienceMs).then(
      (count) => count ?? null,
      () => null,
    ),
    waiting,
    lagSeconds: oldest ? Math.max(0, Math.round((now.getTime() - Date.parse(oldest)) / 1000)) : 0,
    failures: progress.failures,
    lastError: progress.last_error,
    rebuilding: progress.rebuild_from !== null,
    refused: await readRefusals(readDb, engine.name),
  };
}
