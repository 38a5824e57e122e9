import { expect, test } from "vitest";
import { retryTime } from "~/domain/jobs/retry-time";
import { lastTime, nextTime } from "~/domain/jobs/timetable";

const at = (time: string) => new Date(time);

test("a daily job is due from its time on, and a weekly one from Monday on", () => {
  expect(lastTime({ daily: "07:00" }, at("2026-03-04T06:59:59Z"))).toEqual(at("2026-03-03T07:00:00Z"));
  expect(lastTime({ daily: "07:00" }, at("2026-03-04T07:00:00Z"))).toEqual(at("2026-03-04T07:00:00Z"));
  // 2 March 2026 is a Monday.
  expect(lastTime({ weekly: "07:00" }, at("2026-03-02T06:00:00Z"))).toEqual(at("2026-02-23T07:00:00Z"));
  expect(lastTime({ weekly: "07:00" }, at("2026-03-08T23:00:00Z"))).toEqual(at("2026-03-02T07:00:00Z"));
  expect(nextTime({ weekly: "07:00" }, at("2026-03-08T23:00:00Z"))).toEqual(at("2026-03-09T07:00:00Z"));
  expect(lastTime({ every: 15 }, at("2026-03-08T23:14:59Z"))).toEqual(at("2026-03-08T23:00:00Z"));
});

test("what fails is tried again later each time, but at least each hour", () => {
  const failed_at = "2026-03-04T07:00:00.000Z";
  expect(retryTime({ failed_at, failures: 1 })).toEqual(at("2026-03-04T07:01:00Z"));
  expect(retryTime({ failed_at, failures: 3 })).toEqual(at("2026-03-04T07:04:00Z"));
  expect(retryTime({ failed_at, failures: 40 })).toEqual(at("2026-03-04T08:00:00Z"));
  expect(retryTime({ failed_at, failures: 0 })).toBeNull();
});
