import { isUnspaced } from "./script";

/** Numbers with points are one word (`16.7`, `1.a`: targets); else a run of letters, marks and digits. */
const wordPattern = /\d+(?:\.(?:\d+|[a-d](?![\p{L}\p{N}])))+(?!\p{L})|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** The first script without spaces (Thai) begins here. */
const firstUnspaced = 0x0e00;
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: "word" });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

function mayBeUnspaced(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) >= firstUnspaced) return isUnspaced(word);
  return false;
}

/** Tells `visit` where each word of a text begins and ends. Chinese, Japanese, Thai and the like are segmented. */
export function eachWord(text: string, visit: (word: string, start: number) => void): void {
  wordPattern.lastIndex = 0;
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0];
    if (!mayBeUnspaced(word)) {
      visit(word, match.index);
      continue;
    }
    for (const part of segmenterOf("und").segment(word)) {
      if (part.isWordLike !== false) visit(part.segment, match.index + part.index);
    }
  }
}

/** Whether the text ends inside a word, so that the word may still grow as one types. */
export function endsInWord(text: string): boolean {
  return /[\p{L}\p{N}\p{M}]$/u.test(text);
}
