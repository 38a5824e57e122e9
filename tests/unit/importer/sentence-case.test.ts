import { expect, test } from "vitest";
import { sentenceCaser } from "~/domain/documents/import/sentence-case";

const inSentence = sentenceCaser([
  "CONTEXT\n\nThe UN met local governments in Paris. Human rights were debated; human rights, said Paris to the UN.",
  "LIST OF PARTICIPANTS",
]);

test.each([
  ["CONTEXT", "Context"],
  ["LIST OF PARTICIPANTS", "List of participants"],
  ["HUMAN RIGHTS: A DEBATE WITH THE UN IN PARIS", "Human rights: a debate with the UN in Paris"],
  ["“ÉTAT DES LIEUX”", "“État des lieux”"],
  ["2. ROADMAP", "2. Roadmap"],
  ["UN", "UN"],
  ["OHCHR’s view", "OHCHR’s view"],
  ["Local Governments", "Local Governments"],
  ["人権", "人権"],
])("%s is called %s", (printed, called) => {
  expect(inSentence(printed)).toBe(called);
});
