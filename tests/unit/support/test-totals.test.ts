import { expect, test } from "vitest";
import { addUp, countPlaywright, countVitest, exitCode, inWords, single } from "../../support/test-totals.mjs";

const vitest = (more: object = {}) => ({
  numPassedTests: 10,
  numFailedTests: 0,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [{ status: "passed", assertionResults: [{}] }],
  ...more,
});
const playwright = (more: object = {}) => ({ stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 1, ...more } });

test("the totals of all steps add up to one line", () => {
  const steps = [single(0), single(0), countVitest(0, vitest()), countPlaywright(0, playwright({ flaky: 1 }))];
  expect(addUp(steps)).toEqual({ passed: 18, failed: 0, skipped: 4 });
  expect(inWords(addUp(steps))).toBe("18 passed, 0 failed, 4 skipped");
  expect(inWords({ passed: 3, failed: 1, skipped: 0 })).toBe("3 passed, 1 failed");
});

test("failed tests are counted one by one, and so is a file of tests that does not load", () => {
  const unloaded = { status: "failed", assertionResults: [] };
  const failed = { status: "failed", assertionResults: [{}, {}] };
  const report = vitest({ numFailedTests: 2, testResults: [failed, unloaded] });
  expect(countVitest(1, report)).toEqual({ passed: 10, failed: 3, skipped: 3 });
  expect(countPlaywright(1, playwright({ unexpected: 4 }))).toEqual({ passed: 5, failed: 4, skipped: 1 });
  expect(single(2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a program that failed counts as a failure even if it reported none, or nothing at all", () => {
  expect(countVitest(1, vitest()).failed).toBe(1);
  expect(countPlaywright(1, playwright()).failed).toBe(1);
  for (const count of [countVitest, countPlaywright]) {
    expect(count(1, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    // It ended well, but what it did is not known.
    expect(count(0, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  }
});

test("the exit code is 0 only when something ran and nothing failed", () => {
  expect(exitCode({ passed: 1, failed: 0, skipped: 9 })).toBe(0);
  expect(exitCode({ passed: 900, failed: 1, skipped: 0 })).toBe(1);
  expect(exitCode({ passed: 0, failed: 0, skipped: 3 })).toBe(1);
});
