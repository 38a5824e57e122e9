import { editDistance } from "./edit-distance";

/** Words to choose from, with the letters of each as bits and how often it is met. */
export interface SpellingWords {
  words: readonly string[];
  bits: ArrayLike<number>;
  occurrences: ArrayLike<number>;
}

/** One edit is forgiven up to seven letters, two beyond; none in short words and numbers, where it makes another word. */
export function allowedEdits(word: string): number {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length <= 7 ? 1 : 2;
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export interface Correction {
  /** Place in the list of words. */
  index: number;
  score: number;
}

/**
 * The words nearest to what was typed, best first: few edits, the same first letter, often met. With `prefix`, words that
 * only begin like it count too.
 */
export function nearWords(
  typed: string,
  bits: number,
  from: SpellingWords,
  { prefix = false, limit = 1, edits = allowedEdits(typed) } = {},
): Correction[] {
  const found: Correction[] = [];
  if (edits === 0) return found;
  for (let index = 0; index < from.words.length; index++) {
    const occurrences = from.occurrences[index] as number;
    if (occurrences === 0) continue;
    const word = from.words[index] as string;
    if (word.length < typed.length - edits || (!prefix && word.length > typed.length + edits)) continue;
    // Among unfinished words too many are near: who types two letters seldom has the first one wrong.
    if (prefix && word[0] !== typed[0] && word[0] !== typed[1]) continue;
    const other = from.bits[index] as number;
    // Each edit takes away one letter at most, and brings one.
    if (bitCount(bits & ~other) > edits || (!prefix && bitCount(other & ~bits) > edits)) continue;
    const distance = editDistance(typed, word, edits, prefix);
    if (distance === 0 || distance > edits) continue;
    const otherStart = word[0] === typed[0] ? 0 : 0.6;
    found.push({ index, score: 0.22 * Math.log(occurrences) - distance - otherStart });
  }
  return found.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, limit);
}
