import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readThesaurusFile } from "~seeds/read-seeds.server";
import { SeedError } from "~seeds/seed-error";

/** What is wrong in a thesaurus, as `line message`. */
function problemsOf(yaml: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "polylogue-thesaurus-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "thesaurus.yaml");
  writeFileSync(file, yaml);
  try {
    readThesaurusFile(file);
    return [];
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    return error.problems.map(({ line, message }) => `${line} ${message}`);
  }
}

test("a sound thesaurus is taken", () => {
  expect(problemsOf("- en: [VLR, voluntary local review]\n  fr: [examen local volontaire]\n")).toEqual([]);
});

test("a term that stands in two groups is named with both lines, whatever its case and accents", () => {
  expect(problemsOf("- fr: [cité, ville]\n- en: [town, city]\n  fr: [Cite]\n")).toEqual([
    "3 “Cite” (fr) stands in line 1 already",
  ]);
});

test.each([
  ["a language that is unknown", "- en: [town]\n  xx: [urbs]\n", /^2 .*xx/],
  ["a group of one term", "- en: [town, city]\n- en: [village]\n", /^2 .*holds a single term/],
  ["a group of none", "- en: [town, city]\n- {}\n", /^2 /],
])("%s is named with its line", (_, yaml, problem) => {
  const [first, ...more] = problemsOf(yaml);
  expect(first).toMatch(problem);
  expect(more).toEqual([]);
});
