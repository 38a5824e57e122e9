import type { Db } from "~db/client.server";
import { type JobState, jobNames, timetables } from "./job";
import { retryTime } from "./retry-time";
import { lastTime, nextTime, type Timetable } from "./timetable";

/** How every job stands. */
export async function listJobs(db: Db, now: Date): Promise<JobState[]> {
  const rows = await db.selectFrom("job").selectAll().execute();
  return jobNames.map((name) => {
    const row = rows.find((job) => job.name === name);
    const timetable: Timetable = timetables[name];
    const retried = row && row.done_until < lastTime(timetable, now).toISOString() ? retryTime(row) : null;
    return {
      name,
      succeededAt: row?.succeeded_at ?? null,
      failedAt: row?.failed_at ?? null,
      failures: row?.failures ?? 0,
      lastError: row?.last_error ?? null,
      nextAt: (retried ?? nextTime(timetable, now)).toISOString(),
    };
  });
}
