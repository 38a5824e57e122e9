import type { Vocabulary } from "~db/schema/vocabulary";

/** What a term is known by, in addresses and files: a few small words, or the number of a goal or target. */
const shapes: Record<Vocabulary, RegExp> = {
  theme: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  right: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  group: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  goal: /^[1-9][0-9]?$/,
  target: /^[1-9][0-9]?\.([1-9][0-9]?|[a-z])$/,
};

export const longestCode = 60;

/** Whether a term of this vocabulary can have this code, below this goal if it is a target. */
export const isTermCode = (vocabulary: Vocabulary, code: string, parent: string | null): boolean =>
  code.length <= longestCode &&
  shapes[vocabulary].test(code) &&
  (vocabulary !== "target" || code.startsWith(`${parent}.`));

/** The vocabulary of what stands above the terms of one; null where nothing does. */
export const parentVocabulary = (vocabulary: Vocabulary): Vocabulary | null =>
  vocabulary === "target" ? "goal" : null;
