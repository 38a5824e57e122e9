import type { Logger } from "pino";
import { type JobName, jobNames, timetables } from "~/domain/jobs/job";
import { retryTime } from "~/domain/jobs/retry-time";
import { lastTime, type Timetable } from "~/domain/jobs/timetable";
import type { Db } from "~db/client.server";
import type { ProcessLock } from "~db/process-lock.server";

/** What a job does. Killed in the middle, it is done again: it must do nothing twice. */
export type Job = (now: Date) => Promise<unknown>;

interface Options {
  db: Db;
  /** Several processes may serve one database; the operating system lets go of it when its holder dies. */
  lock: ProcessLock;
  jobs: Record<JobName, Job>;
  now: () => Date;
  log: Pick<Logger, "error" | "info">;
}

export interface Scheduler {
  /** Does all that is due, one after the other; what fails stops no other. */
  runDue(): Promise<void>;
  start(): void;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

const lookEveryMs = 15_000;

/** The server's clock: looks often for what is due, and keeps in the database what is done. */
export function createScheduler({ db, lock, jobs, now, log }: Options): Scheduler {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let round: Promise<void> | null = null;

  const runDue = () => {
    round ??= lock.run(runAll).finally(() => {
      round = null;
    });
    return round;
  };

  async function runAll(): Promise<void> {
    for (const name of jobNames) if (!closed) await runIfDue(name);
  }

  async function runIfDue(name: JobName): Promise<void> {
    const at = now();
    const due = lastTime(timetables[name], at).toISOString();
    const row = await db.selectFrom("job").where("name", "=", name).selectAll().executeTakeFirst();
    // A daily job of a new installation begins at its next time.
    const doneUntil = row?.done_until || firstDone(timetables[name], due);
    const retry = row ? retryTime(row) : null;
    if (!row) await db.insertInto("job").values({ name, done_until: doneUntil, failures: 0 }).execute();
    if (doneUntil >= due || (retry && retry > at)) return;
    const failure = await jobs[name](at).then(() => null, describe);
    if (failure !== null) log.error({ job: name, reason: failure }, "job failed");
    const change =
      failure === null
        ? { done_until: due, succeeded_at: now().toISOString(), failures: 0, last_error: null }
        : { failed_at: now().toISOString(), failures: (row?.failures ?? 0) + 1, last_error: failure };
    await db.updateTable("job").set(change).where("name", "=", name).execute();
  }

  const look = () => {
    runDue().catch((error: unknown) => log.error({ err: error }, "the clock's jobs could not be looked at"));
  };

  return {
    runDue,
    start() {
      look();
      timer = setInterval(look, lookEveryMs).unref();
    },
    async close() {
      closed = true;
      clearInterval(timer);
      await round?.catch(() => undefined);
    },
  };
}

const firstDone = (timetable: Timetable, due: string) => ("every" in timetable ? "" : due);

const describe = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500);
