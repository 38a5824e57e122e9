/** Words alone: how a text is marked up, or its lines end, does not change what it says. */
const wordsOf = (text: string): string =>
  ` ${text
    .replace(/\]\([^)\s]*\)/g, "] ")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim()} `;

/** The name of the first text in which these words stand, one after the other; undefined: in none. */
export function findQuoted(
  quote: string,
  texts: readonly (readonly [name: string, text: string])[],
): string | undefined {
  const words = wordsOf(quote);
  if (words.trim() === "") return undefined;
  return texts.find(([, text]) => wordsOf(text).includes(words))?.[0];
}
