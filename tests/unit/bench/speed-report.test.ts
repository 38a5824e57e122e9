import { expect, test } from "vitest";
import { reportSpeed } from "../../bench/speed-report";

const times = { p50: 1.234, p95: 12.34, p99: 123.4 };
const raced = { sqlite: { ...times, cpuMsMean: 2 }, plainFts5: times, meilisearch: null };
const filled = { entriesPerSecond: 2000, diskMb: 30, memoryMb: 20 };
const speed = {
  entries: 10_000,
  index: {
    sqlite: { ...filled, loadMs: 100 },
    plainFts5: { ...filled, memoryMb: null },
    meilisearch: "skipped" as const,
  },
  search: raced,
  adapter: null,
  broad: raced,
  suggest: { sqlite: times, plainFts5: times },
  update: times,
  waiting: { ...times, longest: 20 },
};

test("the report has a row for each size, says what was skipped, and its charts show the numbers", () => {
  const { charts, tables } = reportSpeed([speed]);
  expect(tables).toContain("| 10,000 | 1.23 / 12.3 / 123 | skipped | 1.23 / 12.3 / 123 |");
  expect(tables).toContain("| 10,000 | 2000 / 30 / 20 | skipped | 2000 / 30 / – |");
  expect(tables).toContain("| 10,000 | skipped | skipped | skipped | skipped |");
  const search = { ...raced, meilisearch: { ...times, said: times, unsaid: times } };
  const more = { p50: 2.5, p95: 3.5, p99: 4.5 };
  expect(reportSpeed([{ ...speed, search, adapter: { requestsAlone: times, adapter: more } }]).tables).toContain(
    "| 10,000 | 1.23 / 12.3 / 123 | 2.50 / 3.50 / 4.50 | 1.23 / 12.3 / 123 | 1.23 / 12.3 / 123 |",
  );
  expect(Object.keys(charts)).toHaveLength(4);
  expect(charts["performance-search.svg"]).toMatch(/^<svg.*1\.23 \/ 12\.3 embedded.*<\/svg>\n$/s);
  expect(charts["performance-search.svg"]).not.toContain("Meilisearch");
  for (const chart of Object.values(charts)) expect(chart).not.toContain("NaN");
});
