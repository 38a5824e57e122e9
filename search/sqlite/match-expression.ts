import type { Variant, WordTerms } from "./query-plan";
import type { Vocabulary } from "./vocabulary";

/** A term as an FTS5 string: what is quoted can break no expression. */
function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

export function orExpression(expressions: string[]): string {
  const some = [...new Set(expressions.filter(Boolean))];
  return some.length > 1 ? `(${some.join(" OR ")})` : (some[0] ?? "");
}

/** Any of a word's stems; empty when it has none. */
export function wordExpression(variants: Variant[], vocabulary: Vocabulary): string {
  return orExpression(variants.map(({ term }) => quoted(vocabulary.wordOf(term))));
}

/** Any of a word's stems, or all words of an alternative. */
export function conceptExpression(terms: WordTerms, alternatives: WordTerms[][], vocabulary: Vocabulary): string {
  const others = alternatives.map(
    (words) => `(${words.map((word) => wordExpression(word.variants, vocabulary)).join(" AND ")})`,
  );
  return orExpression([wordExpression(terms.variants, vocabulary), ...others]);
}
