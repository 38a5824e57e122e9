import { describe, expect, test } from "vitest";
import { linkValue, readLinkValue, weighReturn, weighWish } from "~/domain/editions/edition";
import { evidenceChoices, linkTypesBetween } from "~/domain/editions/link-types";
import { splitTags } from "~/domain/tags/tag";

describe("a wish", () => {
  test("changes what the person changed, and leaves what others wrote meanwhile", () => {
    const seen = { label_en: "Budget", label_fr: "Budget" };
    const current = { label_en: "Budget", label_fr: "Le budget" };
    expect(weighWish(current, { seen, wanted: { label_en: "Budgets", label_fr: "Budget" } })).toEqual({
      changes: [{ field: "label_en", before: "Budget", after: "Budgets" }],
      conflicts: null,
    });
  });

  test("is a conflict where two change the same field, unless they want the same", () => {
    const seen = { summary: "One" };
    expect(weighWish({ summary: "Two" }, { seen, wanted: { summary: "Three" } }).conflicts).toEqual({ summary: "Two" });
    expect(weighWish({}, { seen, wanted: { summary: "Three" } }).conflicts).toEqual({ summary: null });
    expect(weighWish({ summary: "Two" }, { seen, wanted: { summary: "Two" } })).toEqual({
      changes: [],
      conflicts: null,
    });
  });

  test("never touches a field that the person says they saw and did not change", () => {
    const seen = { implements: "made up" };
    expect(weighWish({ supports: "claimed\n" }, { seen, wanted: seen }).changes).toEqual([]);
  });
});

test("taking back puts back what stood before, and nothing that was changed again since", () => {
  const edition = [
    { field: "extends", before: "\nWhy", after: null },
    { field: "narrows", before: null, after: "\nWhy" },
  ];
  expect(weighReturn({ narrows: "\nWhy" }, edition).changes).toEqual([
    { field: "extends", before: null, after: "\nWhy" },
    { field: "narrows", before: "\nWhy", after: null },
  ]);
  // Somebody has put back a part of it by hand: what is left is theirs to judge.
  expect(weighReturn({}, edition).conflicts).toEqual({ narrows: null });
  expect(weighReturn({ narrows: "\nBecause" }, edition).conflicts).toEqual({ narrows: "\nBecause" });
});

test("a link is kept as its evidence and its note", () => {
  for (const [evidence, note] of [
    ["claimed", "Line one\nLine two"],
    [null, "Why"],
    ["documented", null],
    [null, null],
  ] as const) {
    expect(readLinkValue(linkValue(evidence, note))).toEqual({ evidence, note });
  }
});

test("links lead only from where to where their kind makes sense", () => {
  const practice = { id: "a", kind: "practice" as const, provision: null };
  const tool = { id: "t", kind: "tool" as const, provision: null };
  const provision = (document: string, kind: string) => ({
    ...{ id: `${document}/${kind}`, kind: "provision" as const },
    provision: { document, kind },
  });
  const asked = provision("hrgl-2023", "recommendation");
  expect(linkTypesBetween(practice, asked)).toEqual(["implements", "supports", "illustrates"]);
  expect(linkTypesBetween(practice, tool)).toEqual(["uses"]);
  expect(linkTypesBetween(tool, asked)).toEqual(["answers"]);
  expect(linkTypesBetween(asked, provision("hrgl-2022", "recommendation"))).toEqual(["restates", "extends", "narrows"]);
  expect(linkTypesBetween(provision("hrgl-2023", "recital"), asked)).toEqual(["motivates"]);
  expect(linkTypesBetween(asked, asked)).toEqual([]);
  expect(linkTypesBetween(asked, practice)).toEqual([]);
});

test("a curator cannot say that peers confirmed it, but may let it stand", () => {
  expect(evidenceChoices("claimed")).toEqual(["claimed", "documented"]);
  expect(evidenceChoices("peer-confirmed")).toEqual(["claimed", "documented", "peer-confirmed"]);
});

test("tags are read as they are typed, each once", () => {
  expect(splitTags(" Night life, night  LIFE;Mayors\n\nfood ,")).toEqual(["night LIFE", "Mayors", "food"]);
});
