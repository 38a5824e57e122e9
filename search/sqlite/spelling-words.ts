import type { SpellingWords } from "../query/spelling";
import type { ThesaurusIndex } from "../query/thesaurus";
import { letterBits, type Vocabulary } from "./vocabulary";

/** Words that only the thesaurus knows count as if met this often. */
const occurrences = 3;

/** The words of the thesaurus that no entry has: a typing error in `presupuesto` may meet an index that is all English. */
export function foreignWords(thesaurus: ThesaurusIndex, vocabulary: Vocabulary): SpellingWords {
  const words = [...thesaurus.surfaces].filter((word) => vocabulary.idOf(word) === undefined);
  return { words, bits: words.map(letterBits), occurrences: words.map(() => occurrences) };
}
