import { isUnspaced } from "./script";

/** Numbers with points are one word (`16.7`, `1.a`: targets); else a run of letters, marks and digits. */
const wordPattern = /\d+(?:\.(?:\d+|[a-d](?![\p{L}\p{N}])))+(?!\p{L})|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d]*/gu;
/** The first script without spaces (Thai) begins here. */
const firstUnspaced = 0x0e00;
/** Latin letters with their accents end here, and nothing before is a mark that joins a letter. */
const plainEnd = 0x0250;
/** By character up to there: 0, or 1 for letters and digits. */
const inWord = Uint8Array.from({ length: plainEnd }, (_, code) =>
  /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0,
);
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
  let at = 0;
  while (at < text.length) {
    const first = text.charCodeAt(at);
    if (first < plainEnd && inWord[first] === 0) {
      at += 1;
      continue;
    }
    const end = plainWordEnd(text, at);
    if (end > 0) {
      visit(text.slice(at, end), at);
      at = end;
      continue;
    }
    wordPattern.lastIndex = at;
    const match = wordPattern.exec(text);
    if (!match) return;
    at = match.index + match[0].length;
    visitParts(match[0], match.index, visit);
  }
}

/** Where a word of Latin letters and digits ends, which is what most are; 0 when only the pattern can tell. */
function plainWordEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= plainEnd) return 0;
    if (inWord[code] === 1) continue;
    // A number with a point may go on behind it.
    const isNumber = code === 0x2e && /\d/.test(text[start] ?? "");
    return isNumber ? 0 : at;
  }
  return text.length;
}

function visitParts(word: string, start: number, visit: (word: string, start: number) => void): void {
  if (!mayBeUnspaced(word)) {
    visit(word, start);
    return;
  }
  for (const part of segmenterOf("und").segment(word)) {
    if (part.isWordLike !== false) visit(part.segment, start + part.index);
  }
}

/** Whether the text ends inside a word, so that the word may still grow as one types. */
export function endsInWord(text: string): boolean {
  return /[\p{L}\p{N}\p{M}]$/u.test(text);
}
