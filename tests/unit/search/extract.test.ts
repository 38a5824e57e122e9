import { expect, test } from "vitest";
import { extractFrom } from "~search/sqlite/extract";

/** The extract of a text in which the given words were found, each by another word of the query. */
function extract(text: string, ...found: string[]): string {
  const words = found
    .flatMap((word, number) =>
      [...text.matchAll(new RegExp(word, "g"))].map(({ index }) => ({
        start: index,
        end: index + word.length,
        mark: number + 1,
      })),
    )
    .sort((a, b) => a.start - b.start);
  return extractFrom(text, words, [0, ...found.map(() => 1)])
    .map((piece) => piece.text)
    .join("");
}

test("a summary does not run into the text below it", () => {
  expect(extract("Asks for a budget.\n\nAdopt a plan and report.", "budget")).toBe("Asks for a budget.");
  expect(extract("Asks for a budget.\n\nAdopt a plan and report.", "plan")).toBe("Adopt a plan and report.");
});

test("a quotation does not end in its speaker", () => {
  expect(extract("The city has an office.\n\nShams Asadi, Vienna", "office")).toBe("The city has an office.");
});

test("the paragraph that holds more of the words is shown, not the words nearest to each other across a border", () => {
  const text = "On housing.\n\nBudgets are open.\n\nHomes: the housing plan and its Budgets are one.";
  expect(extract(text, "housing", "Budgets")).toBe("Homes: the housing plan and its Budgets are one.");
});

test("nothing found: the first paragraph", () => {
  expect(extract("First.\n\nSecond.")).toBe("First.");
});

test("a long paragraph is cut, and says so; a whole one is not", () => {
  const long = `${"Many words stand here without an end ".repeat(12)}harbour ${"and more follow behind it ".repeat(20)}`;
  expect(extract(`Short.\n\n${long}\n\nLast.`, "harbour")).toMatch(/^… .*harbour.* …$/);
  expect(extract("Short.\n\nThe harbour.\n\nLast.", "harbour")).toBe("The harbour.");
});
