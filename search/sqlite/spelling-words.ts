import type { SpellingWords } from "../query/spelling";
import type { ThesaurusIndex } from "../query/thesaurus";
import { letterBits, type Vocabulary } from "./vocabulary";

/** Words that only the thesaurus knows count as if met this often. */
const occurrences = 3;
/** Worked out again when the vocabulary has grown. */
const foreign = new WeakMap<Vocabulary, { size: number; words: SpellingWords }>();

/** The words of the thesaurus that no entry has: a typing error in `presupuesto` may meet an index that is all English. */
export function foreignWords(thesaurus: ThesaurusIndex, vocabulary: Vocabulary): SpellingWords {
  const known = foreign.get(vocabulary);
  if (known?.size === vocabulary.size) return known.words;
  const words = [...thesaurus.surfaces].filter((word) => vocabulary.idOf(word) === undefined);
  const found = { words, bits: words.map(letterBits), occurrences: words.map(() => occurrences) };
  foreign.set(vocabulary, { size: vocabulary.size, words: found });
  return found;
}
