import { z } from "zod";

/** The languages of a thesaurus file. */
export const termLanguages = ["en", "fr", "es", "de"] as const;
export type TermLanguage = (typeof termLanguages)[number];
/** Terms that mean the same, by language: an entry of a thesaurus file. */
export type TermGroup = Record<TermLanguage, string[]>;

const emptyGroup = (): TermGroup => ({ en: [], fr: [], es: [], de: [] });

export const termsOf = (group: TermGroup): { term: string; language: TermLanguage }[] =>
  termLanguages.flatMap((language) => group[language].map((term) => ({ term, language })));

const fold = (term: string) => term.normalize("NFC").toLowerCase();
const keysOf = (group: TermGroup) => new Set(termsOf(group).map(({ term }) => fold(term)));
const keyOf = (group: TermGroup) => JSON.stringify(termLanguages.map((language) => group[language].map(fold).sort()));

export const isSameGroup = (a: TermGroup, b: TermGroup): boolean => keyOf(a) === keyOf(b);

/** One group with the terms of both. */
function unite(a: TermGroup, b: TermGroup): TermGroup {
  const group = emptyGroup();
  for (const { term, language } of [...termsOf(a), ...termsOf(b)]) {
    if (!group[language].some((known) => fold(known) === fold(term))) group[language].push(term);
  }
  return group;
}

/**
 * The seeds' groups and an installation's own as one thesaurus: a group that shares a term with groups of the seeds widens each
 * of them, so that a new term finds all that its equivalent finds.
 */
export function joinThesaurus(seeds: readonly TermGroup[], own: readonly TermGroup[]): TermGroup[] {
  const joined = [...seeds];
  const keys = seeds.map(keysOf);
  for (const group of own) {
    const terms = [...keysOf(group)];
    const shared = keys.flatMap((known, number) => (terms.some((term) => known.has(term)) ? [number] : []));
    for (const number of shared) joined[number] = unite(joined[number] ?? emptyGroup(), group);
    if (shared.length === 0) joined.push(group);
  }
  return joined;
}

const word = z
  .string()
  .trim()
  .max(120)
  .regex(/^[^"\\\p{Cc}]*[\p{L}\p{N}][^"\\\p{Cc}]*$/u);
const language = z.enum(termLanguages);
const pair = z.object({ term: word, termLanguage: language, same: word, sameLanguage: language });

/** What a form says: two terms, each with its language. Null when it does not say it well. */
export function readPair(form: URLSearchParams): TermGroup | null {
  const { data } = pair.safeParse(Object.fromEntries(form));
  if (!data || fold(data.term) === fold(data.same)) return null;
  const group = emptyGroup();
  group[data.sameLanguage].push(data.same);
  group[data.termLanguage].push(data.term);
  return group;
}

/** A group as fields of a form or an address: `en=budget&fr=budget`. */
export const toFields = (group: TermGroup): [name: string, value: string][] =>
  termsOf(group).map(({ term, language }) => [language, term]);

/** The group that `toFields` wrote; null when it is none. */
export function fromFields(fields: URLSearchParams): TermGroup | null {
  const group = emptyGroup();
  for (const name of termLanguages) {
    const terms = z.array(word).safeParse(fields.getAll(name));
    if (!terms.success) return null;
    group[name] = terms.data;
  }
  return termsOf(group).length > 1 ? group : null;
}
