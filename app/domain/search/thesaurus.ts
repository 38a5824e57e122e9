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

const holds = (group: TermGroup, { term, language }: { term: string; language: TermLanguage }) =>
  group[language].some((known) => fold(known) === fold(term));

/** The group that holds a term in its language: a file names no term twice. */
export const groupWith = (groups: readonly TermGroup[], terms: TermGroup): TermGroup | undefined =>
  groups.find((group) => termsOf(terms).some((term) => holds(group, term)));

/** What of a group none of the groups holds. */
export function missingFrom(groups: readonly TermGroup[], group: TermGroup): TermGroup {
  const missing = emptyGroup();
  for (const it of termsOf(group)) if (!groups.some((known) => holds(known, it))) missing[it.language].push(it.term);
  return missing;
}

/** Groups with another one among them: united with those that share a term with it, in the place of the first of them. */
export function withGroup(groups: readonly TermGroup[], added: TermGroup): TermGroup[] {
  const shares = (group: TermGroup) => termsOf(added).some((term) => holds(group, term));
  const first = groups.findIndex(shares);
  if (first < 0) return [...groups, added];
  const united = [...groups.filter(shares), added].reduce(unite);
  return groups.flatMap((group, number) => (number === first ? united : shares(group) ? [] : group));
}

/** Groups without these terms; one with a single term left says nothing. */
export function withoutTerms(groups: readonly TermGroup[], removed: TermGroup): TermGroup[] {
  return groups
    .map((group) => {
      if (!termsOf(group).some((term) => holds(removed, term))) return group;
      const kept = emptyGroup();
      for (const it of termsOf(group)) if (!holds(removed, it)) kept[it.language].push(it.term);
      return kept;
    })
    .filter((group) => termsOf(group).length > 1);
}

/** One group with the terms of both. */
function unite(a: TermGroup, b: TermGroup): TermGroup {
  const group = emptyGroup();
  for (const { term, language } of [...termsOf(a), ...termsOf(b)]) {
    if (!holds(group, { term, language })) group[language].push(term);
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
  return termsOf(group).length > 0 ? group : null;
}
