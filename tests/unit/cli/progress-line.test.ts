import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { describeProgress, ProgressLine } from "../../../cli/progress-line";
import { table } from "../../../cli/table";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

function output(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

test("progress tells how many, how fast, and how long it will take", () => {
  expect(describeProgress(1200, 4000, 2000)).toBe("1,200 of 4,000 entries, 600 a second, 5 s left");
  expect(describeProgress(0, 4000, 2000)).toBe("0 of 4,000 entries, 0 a second");
});

test("a terminal shows one bar that grows and goes", () => {
  const out = output(true);
  const progress = new ProgressLine("Indexing", out);
  for (const done of [100, 200]) {
    vi.advanceTimersByTime(1000);
    progress.show(done, 400);
  }
  progress.end();
  expect(out.written.join("")).not.toContain("\n");
  expect(out.written).toHaveLength(3);
  expect(out.written[1]).toContain(`[${"█".repeat(12)}${" ".repeat(12)}] 200 of 400 entries, 100 a second, 2 s left`);
  expect(out.written[2]).toBe("\r\u001b[K");
});

test("elsewhere a plain line comes every two seconds", () => {
  const out = output(false);
  const progress = new ProgressLine("Indexing", out);
  for (let done = 100; done <= 400; done += 100) {
    vi.advanceTimersByTime(1000);
    progress.show(done, 400);
  }
  progress.end();
  expect(out.written).toEqual([
    "Indexing: 200 of 400 entries, 100 a second, 2 s left\n",
    "Indexing: 400 of 400 entries, 100 a second, 0 s left\n",
  ]);
});

test("a table puts numbers to the right", () => {
  const rows = [
    ["sqlite", "355", ""],
    ["meilisearch", "9", "refused"],
  ];
  expect(table(["engine", "waiting", "last error"], rows)).toBe(
    "engine       waiting  last error\nsqlite           355\nmeilisearch        9  refused",
  );
});
