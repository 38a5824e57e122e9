import { expect, test } from "vitest";
import { judgeCompleteness } from "~/domain/contributions/completeness";
import { fieldsOf } from "~/domain/contributions/contribution-fields";
import { encodeList } from "~/domain/contributions/field-value";

const noLinks = { recommendations: 0, tools: 0, withoutNote: 0 };
const allLinks = { recommendations: 2, tools: 1, withoutNote: 0 };

const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");

test("what must be there comes first, in the template's order, and only its kind's fields count", () => {
  const { percent, improvements } = judgeCompleteness("practice", {}, noLinks);
  expect(percent).toBe(0);
  expect(improvements[0]).toEqual({ field: "title", level: "must", reason: "empty" });
  expect(improvements.map(({ field }) => field)).not.toContain("method");
  const order = improvements.map(({ level }) => level).join();
  expect(order).toMatch(/^(must,)+(should,)+(could,?)+$/);
});

test("a text of too few words and a figure without a source count by half, and are named", () => {
  const all = Object.fromEntries(fieldsOf("practice").map((field) => [field, words(80)]));
  const rows = (source: string) => encodeList([{ indicator: "cases", source }]);
  const whole = { ...all, evidence: rows("Annual report") };
  expect(judgeCompleteness("practice", whole, allLinks)).toEqual({ percent: 100, improvements: [] });
  const short = judgeCompleteness("practice", { ...whole, results: words(5), evidence: rows("") }, allLinks);
  expect(short.improvements).toEqual([
    { field: "results", level: "should", reason: "short", words: 30 },
    { field: "evidence", level: "should", reason: "unsourced" },
  ]);
  expect(short.percent).toBeGreaterThan(90);
  expect(short.percent).toBeLessThan(100);
});

test("a link to a recommendation should be there, one to a tool and a note at each link could be", () => {
  const levelsOf = (links: typeof noLinks) =>
    judgeCompleteness("practice", {}, links).improvements.flatMap(({ field, level, reason }) =>
      field === "links" ? [`${level} ${reason}`] : [],
    );
  expect(levelsOf(noLinks)).toEqual(["should empty", "could noTool", "could noNote"]);
  expect(levelsOf({ recommendations: 1, tools: 0, withoutNote: 1 })).toEqual(["could noTool", "could noNote"]);
  expect(levelsOf({ recommendations: 0, tools: 1, withoutNote: 0 })).toEqual(["should empty"]);
  expect(levelsOf(allLinks)).toEqual([]);
});
