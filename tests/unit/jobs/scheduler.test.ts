import pino from "pino";
import { expect, test } from "vitest";
import { type JobName, jobNames } from "~/domain/jobs/job";
import { listJobs } from "~/domain/jobs/job-queries.server";
import { createScheduler } from "../../../server/scheduler/scheduler";
import { tempDatabase } from "../../support/temp";

const minute = 60_000;

async function startClock(fails: (name: JobName) => boolean = () => false) {
  const { db, lock } = await tempDatabase();
  const done: JobName[] = [];
  // A Sunday.
  let at = Date.parse("2026-03-01T06:00:00Z");
  const now = () => new Date(at);
  const job = (name: JobName) => async () => {
    if (fails(name)) throw new Error(`${name} broke`);
    done.push(name);
  };
  const jobs = Object.fromEntries(jobNames.map((name) => [name, job(name)])) as Record<JobName, () => Promise<void>>;
  const scheduler = () => createScheduler({ db, lock: lock("clock"), jobs, now, log: pino({ level: "silent" }) });
  return {
    db,
    now,
    scheduler,
    /** What is done after so many minutes. */
    async after(minutes: number) {
      at += minutes * minute;
      done.length = 0;
      await scheduler().runDue();
      return [...done];
    },
  };
}

test("each job is done once at its time, whoever looks, and once after a long sleep", async () => {
  const clock = await startClock();
  const often = ["follows", "news-mails", "mail", "purge"];
  expect(await clock.after(0), "a new installation waits for the next morning").toEqual(expect.arrayContaining(often));
  expect(await clock.after(0)).toEqual([]);
  const morning = await clock.after(61);
  expect(morning).toEqual(expect.arrayContaining(["daily-alerts", "daily-digests"]));
  expect(morning).not.toContain("weekly-digests");
  expect(await clock.after(24 * 60)).toEqual(expect.arrayContaining(["daily-digests", "weekly-digests"]));
  const slept = await clock.after(24 * 24 * 60);
  expect(slept.filter((name) => name === "daily-digests")).toHaveLength(1);
  expect(slept.indexOf("daily-alerts"), "what is told comes before its mail").toBeLessThan(
    slept.indexOf("daily-digests"),
  );
  await Promise.all([clock.scheduler().runDue(), clock.scheduler().runDue()]);
  expect(await clock.after(0)).toEqual([]);
});

test("what fails is tried again, is seen by administrators, and stops nothing else", async () => {
  let broken = true;
  const clock = await startClock((name) => broken && name === "follows");
  expect(await clock.after(0)).toContain("news-mails");
  await clock.after(1);
  await clock.after(2);
  const state = async () => (await listJobs(clock.db, clock.now())).find(({ name }) => name === "follows");
  expect(await state()).toMatchObject({ failures: 3, lastError: "follows broke", succeededAt: null });
  broken = false;
  expect(await clock.after(1), "not yet").not.toContain("follows");
  expect(await clock.after(4)).toContain("follows");
  expect(await state()).toMatchObject({ failures: 0, lastError: null });
});
