/** Markdown as plain words, for index and extracts: marks of emphasis, headings, lists and links taken out. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, "\n")
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gm, "")
    .replace(/(\*\*|__|`)(?=\S)(.*?\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)([^*_\n]*\S)[*_](?![\p{L}\p{N}])/gu, "$1")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Paragraphs, those that are missing left out. */
export function paragraphs(...texts: (string | null | undefined)[]): string {
  return texts.flatMap((text) => plainText(text ?? "") || []).join("\n\n");
}
