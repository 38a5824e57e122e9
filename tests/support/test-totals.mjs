// What the reports of the test programs come to. Plain JavaScript: `npm test` runs before anything is built.

/** One thing is checked: it holds or it does not. */
export function single(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** @param report vitest's JSON; undefined when it wrote none */
export function countVitest(code, report) {
  if (!report) return single(code || 1);
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return atLeastOne(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** @param report Playwright's JSON; undefined when it wrote none */
export function countPlaywright(code, report) {
  if (!report) return single(code || 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOne(code, { passed: expected + flaky, failed: unexpected, skipped });
}

/** A run that failed outside its tests (a file that does not load, an error nobody caught) counts as one failure. */
function atLeastOne(code, counts) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

export function addUp(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const one of counts) for (const key of Object.keys(total)) total[key] += one[key];
  return total;
}

/** The line that `.ci/run` ends with. */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Nothing that ran is no success. */
export function exitCode({ passed, failed }) {
  return failed > 0 || passed === 0 ? 1 : 0;
}
