import fc from "fast-check";
import { expect, test } from "vitest";
import { diffLines, diffWords } from "~/domain/contributions/word-diff";

const joined = (before: string, after: string, ...kinds: string[]) =>
  diffWords(before, after)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join("");

test("both texts can be read out of a diff", () => {
  const text = fc.array(fc.constantFrom("a", "b", "größe", " ", "\n", ",", "東京", "2024"), { maxLength: 60 });
  fc.assert(
    fc.property(text, text, (old, now) => {
      const [before, after] = [old.join(""), now.join("")];
      expect(joined(before, after, "same", "removed")).toBe(before);
      expect(joined(before, after, "same", "added")).toBe(after);
    }),
    { seed: 7 },
  );
});

test("a word that changed is told by itself, and what went stands before what came", () => {
  expect(diffWords("The city opened two offices.", "The city opened three offices.")).toEqual([
    { kind: "same", text: "The city opened " },
    { kind: "removed", text: "two" },
    { kind: "added", text: "three" },
    { kind: "same", text: " offices." },
  ]);
  expect(diffWords("", "New")).toEqual([{ kind: "added", text: "New" }]);
  expect(diffWords("Same", "Same")).toEqual([{ kind: "same", text: "Same" }]);
});

test("texts of the greatest length, wholly rewritten, are told apart at once", () => {
  const words = (seed: string) => Array.from({ length: 2000 }, (_, index) => `${seed}${index}`).join(" ");
  const parts = diffWords(words("a"), words("b"));
  expect(parts.map(({ kind }) => kind)).toEqual(["removed", "added"]);
});

test("of lists of names, a name that is another stays whole", () => {
  expect(diffLines("peer-reviewed", "not yet reviewed")).toEqual([
    { kind: "removed", text: "peer-reviewed" },
    { kind: "added", text: "not yet reviewed" },
  ]);
  expect(diffLines("Right to food\nRight to work", "Right to water\nRight to work")).toEqual([
    { kind: "removed", text: "Right to food" },
    { kind: "added", text: "Right to water" },
    { kind: "same", text: "\nRight to work" },
  ]);
});
