import { foldWord } from "./fold";
import { stopWordLists } from "./stop-word-lists";

const sets = new Map<string, Set<string>>(
  Object.entries(stopWordLists).map(([language, words]) => [language, new Set(words.split(/\s+/).map(foldWord))]),
);

/** Whether a folded word is a function word of the language; languages without a list have none. */
export function isStopWord(surface: string, language: string): boolean {
  return sets.get(language)?.has(surface) ?? false;
}

/** Whether it is one in any language that has a list. */
export function isStopWordAnywhere(surface: string): boolean {
  for (const set of sets.values()) if (set.has(surface)) return true;
  return false;
}

/**
 * The language whose function words a query uses most; null where that is undecided. German `war` must not take `war` out of
 * an English query.
 */
export function languageOfWords(surfaces: string[], preferred: string): string | null {
  let best: string | null = null;
  let most = 0;
  for (const language of [preferred, ...sets.keys()]) {
    const count = surfaces.filter((surface) => isStopWord(surface, language)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}

/** As above; the reader's language where that is undecided. */
export function guessLanguage(surfaces: string[], reader: string): string {
  return languageOfWords(surfaces, reader) ?? reader;
}
