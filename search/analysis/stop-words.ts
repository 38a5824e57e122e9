import { foldWord } from "./fold";
import { stopWordLists } from "./stop-word-lists";

const sets = new Map(
  Object.entries(stopWordLists).map(([language, words]) => [language, new Set(words.split(/\s+/).map(foldWord))]),
);
/** By folded word: the languages in which it is one. */
const languagesOf = new Map<string, string[]>();
for (const [language, set] of sets) {
  for (const word of set) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

/** Spellings, in lower case, that speak for one language among those whose function words are there too. */
const tellingSpellings: [language: string, spelling: RegExp][] = [
  ["es", /ñ|^(qué|quiénes|quién|cuál|cuáles|cuándo|cuánt[oa]s?|dónde|cómo|más|según|también|él)$/],
  ["fr", /[œûùêîëçà]|^(où|été|même|après|très|à|côté)$/],
  ["de", /[ßäöü]/],
  ["pt", /[ãõ]|^(há|você|é)$/],
  ["it", /^(è|perché|più|città|così|può|cioè)$/],
  ["tr", /[ğış]/],
  ["ro", /[ășț]/],
  ["vi", /[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/],
];
const spellingWorth = 0.7;
/** Decides between languages that have the same function words. */
const preferredWorth = 0.1;

/** Whether a folded word is a function word of the language; languages without a list have none. */
export function isStopWord(surface: string, language: string): boolean {
  return sets.get(language)?.has(surface) ?? false;
}

/** Whether it is one in any language that has a list. */
export function isStopWordAnywhere(surface: string): boolean {
  return languagesOf.has(surface);
}

/**
 * The language whose function words are among the words, as written; null when there are none. One that few languages have
 * tells more than one of many. German `war` must not take `war` out of an English query.
 */
export function languageOfWords(words: string[], preferred: string): string | null {
  const evidence = new Map<string, number>();
  const add = (language: string, worth: number) => evidence.set(language, (evidence.get(language) ?? 0) + worth);
  for (const word of words) {
    const languages = languagesOf.get(foldWord(word)) ?? [];
    for (const language of languages) add(language, 1 + 1 / languages.length);
  }
  if (evidence.size === 0) return null;
  for (const word of words) {
    const lower = word.toLowerCase().normalize("NFC");
    for (const [language, spelling] of tellingSpellings) {
      if (evidence.has(language) && spelling.test(lower)) add(language, spellingWorth);
    }
  }
  if (evidence.has(preferred)) add(preferred, preferredWorth);
  return [...evidence].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** As above; the reader's language where that is undecided. */
export function guessLanguage(words: string[], reader: string): string {
  return languageOfWords(words, reader) ?? reader;
}
