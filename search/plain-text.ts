/** Markdown as plain words, for index and extracts: marks of emphasis, headings, lists and links taken out. */
export function plainText(markdown: string): string {
  return (
    markdown
      .replace(/\r\n?/g, "\n")
      .replace(/!?\[([^\]\n]{0,500})\]\([^)\n]*\)/g, "$1")
      .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gm, "")
      // Emphasis may run over the end of a line, not over that of a paragraph. Marks that never close are sought no further than this.
      .replace(/(\*\*|__|`)(?=\S)((?:.|\n(?![^\S\n]*\n)){0,500}?\S)\1/g, "$2")
      .replace(/(?<![\p{L}\p{N}])[*_](?=\S)((?:[^*_\n]|\n(?![^\S\n]*\n))*\S)[*_](?![\p{L}\p{N}])/gu, "$1")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  );
}

/** Paragraphs, those that are missing left out. */
export function paragraphs(...texts: (string | null | undefined)[]): string {
  return texts.flatMap((text) => plainText(text ?? "") || []).join("\n\n");
}
