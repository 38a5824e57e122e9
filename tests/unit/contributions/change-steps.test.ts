import { expect, test } from "vitest";
import { toSteps } from "~/domain/contributions/change-steps";
import type { Change } from "~/domain/contributions/contribution";

const change = (revision: number, value: string, minute: number, by = "ada"): Change => ({
  field: "results",
  value,
  revision,
  savedBy: by,
  savedById: by,
  savedAt: new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString(),
});
const stepsOf = (...changes: Change[]) => toSteps(changes.reverse()).map(({ before, after }) => [before, after]);

test("what one person wrote in one go is one step", () => {
  expect(stepsOf(change(1, "One", 0), change(2, "One two", 1), change(3, "One two three", 2))).toEqual([
    ["", "One two three"],
  ]);
});

test("another person, a pause and a text that was rewritten each begin a step, so that what went can be had back", () => {
  expect(stepsOf(change(1, "One", 0), change(2, "One two", 1, "bo"))).toHaveLength(2);
  expect(stepsOf(change(1, "One", 0), change(2, "One two", 11))).toHaveLength(2);
  expect(stepsOf(change(1, "One long text", 0), change(2, "Another", 1))).toEqual([
    ["One long text", "Another"],
    ["", "One long text"],
  ]);
});
