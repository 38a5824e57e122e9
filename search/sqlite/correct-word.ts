import { isStopWord } from "../analysis/stop-words";
import { allowedEdits, nearWords } from "../query/spelling";
import type { ThesaurusIndex } from "../query/thesaurus";
import type { Variant } from "./query-plan";
import { foreignWords } from "./spelling-words";
import { letterBits, type Vocabulary } from "./vocabulary";

/** A word met once gives way to a neighbour met this many times as often. */
const muchMoreOften = 30;
/**
 * Words of a language that no entry has are mostly right: only long ones give way, to what is one letter away, and sooner to a
 * word of the thesaurus (`municipio`) than to one of the entries.
 */
const shortestForeign = { inThesaurus: 5, inEntries: 7 };

interface WordTyped {
  /** As typed, and as the index knows it. */
  word: string;
  surface: string;
  variants: Variant[];
  open: boolean;
  /** The query is in a language that no entry has. */
  foreign: boolean;
  language: string;
  /** No word of the query is known: better one that is further away than none. */
  nothingKnown: boolean;
}

/** Where nothing is known, so many letters of a long word may be wrong, but not the first; of a shorter one it would be another word. */
const desperate = { edits: 3, shortest: 9 };

/** The word that was probably meant; null when the typed one is known and not suspiciously rare, or nothing is near. */
export function correctWord(
  { word, surface: typed, variants, open, foreign: isForeign, language, nothingKnown }: WordTyped,
  vocabulary: Vocabulary,
  thesaurus: ThesaurusIndex,
): string | null {
  if (allowedEdits(typed) === 0 || thesaurus.surfaces.has(typed) || thesaurus.hasWord(word)) return null;
  if (isForeign && typed.length < shortestForeign.inThesaurus) return null;
  const near = isForeign ? { edits: 1 } : {};
  const known = variants.length > 0;
  if (known && variants.some(({ term }) => (vocabulary.documents[term] as number) > 1)) return null;
  const bits = letterBits(typed);
  const isShort = isForeign && typed.length < shortestForeign.inEntries;
  const [best] = isShort ? [] : nearWords(typed, bits, vocabulary, near);
  if (known) {
    const often = best && (vocabulary.occurrences[best.index] as number) >= muchMoreOften;
    return best && often && !open ? vocabulary.wordOf(best.index) : null;
  }
  // A function word is in no index: `Andy` is not corrected to `and`.
  if (best && isStopWord(vocabulary.wordOf(best.index), language)) return null;
  const foreign = foreignWords(thesaurus, vocabulary);
  const [bestForeign] = nearWords(typed, bits, foreign, near);
  if (bestForeign && (!best || bestForeign.score > best.score)) return foreign.words[bestForeign.index] ?? null;
  if (best) return vocabulary.wordOf(best.index);
  const [begun] = open && !isForeign ? nearWords(typed, bits, vocabulary, { prefix: true }) : [];
  if (begun) return vocabulary.wordOf(begun.index);
  if (!nothingKnown || isForeign || typed.length < desperate.shortest) return null;
  const near3 = nearWords(typed, bits, vocabulary, { edits: desperate.edits, limit: 5 });
  return near3.map(({ index }) => vocabulary.wordOf(index)).find((other) => other[0] === typed[0]) ?? null;
}
