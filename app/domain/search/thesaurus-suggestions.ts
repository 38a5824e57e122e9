import { editDistance } from "~search/query/edit-distance";
import { type TermGroup, type TermLanguage, termsOf } from "./thesaurus";

export interface NearTerm {
  term: string;
  language: TermLanguage;
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
/** Letters that two words must begin with in common, as a share of the shorter one. */
const sharedBeginning = 0.6;
const fewestLetters = 4;
const least = 0.5;
/** So short a word has another that differs by a letter or two and means something else: "water" is no "later". */
const shortWord = 6;

/** Terms of the thesaurus that are written nearly like a search, or hold words that are; the nearest first, one of each group. */
export function nearTerms(text: string, thesaurus: readonly TermGroup[], limit: number): NearTerm[] {
  const words = wordsOf(text);
  const nearest = thesaurus.flatMap((group) => {
    const rated = termsOf(group).map((term) => ({ ...term, rating: rate(words, wordsOf(term.term)) }));
    const best = rated.reduce((a, b) => (b.rating > a.rating ? b : a), {
      rating: 0,
      term: "",
      language: "en" as const,
    });
    return best.rating >= least ? [best] : [];
  });
  const sorted = nearest.sort((a, b) => b.rating - a.rating || (a.term < b.term ? -1 : 1));
  return sorted.slice(0, limit).map(({ term, language }) => ({ term, language }));
}

/** Whether one text is written nearly like the other. */
export const isWrittenLike = (text: string, other: string): boolean => rate(wordsOf(text), wordsOf(other)) >= least;

/** From 0 to 1: how many of the words have one like them on the other side, and how like. */
function rate(words: string[], others: string[]): number {
  const likeness = words.reduce((sum, word) => sum + Math.max(0, ...others.map((other) => alike(word, other))), 0);
  return likeness / Math.max(words.length, others.length, 1);
}

function alike(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  if (shorter < fewestLetters) return a === b ? 1 : 0;
  const most = shorter <= shortWord ? 1 : Math.ceil(longer / 3);
  const edits = shorter <= shortWord && a[0] !== b[0] ? most + 1 : editDistance(a, b, most);
  const bySpelling = edits > most ? 0 : 1 - edits / longer;
  let common = 0;
  while (common < shorter && a[common] === b[common]) common += 1;
  const byBeginning = common >= Math.max(fewestLetters, shorter * sharedBeginning) ? common / longer + 0.2 : 0;
  return Math.min(1, Math.max(bySpelling, byBeginning));
}
