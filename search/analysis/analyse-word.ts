import { foldWord } from "./fold";
import { stemWord } from "./stem";
import { isStopWord } from "./stop-words";

export interface AnalysedWord {
  /** Case and accents folded; what phrases and spelling compare. */
  surface: string;
  /** What the index is asked for. */
  stem: string;
  /** Says nothing by itself (`the`, `de`). */
  stop: boolean;
}

/** Longer "words" are addresses and noise: cut, so that they cannot fill the index. */
const longest = 64;
const cacheLimit = 200_000;
const caches = new Map<string, Map<string, AnalysedWord>>();

/** Analyses a word as it stands in a text of a language (two letters); remembers, since texts repeat their words. */
export function analyseWord(word: string, language: string): AnalysedWord {
  let cache = caches.get(language);
  if (!cache) {
    cache = new Map();
    caches.set(language, cache);
  }
  let analysed = cache.get(word);
  if (!analysed) {
    const cut = word.length > longest ? word.slice(0, longest) : word;
    const surface = foldWord(cut);
    analysed = { surface, stem: stemWord(cut, language) || surface, stop: isStopWord(surface, language) };
    if (cache.size >= cacheLimit) cache.clear();
    cache.set(word, analysed);
  }
  return analysed;
}
