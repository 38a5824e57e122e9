import type { SourceLine } from "./imported-document";

// Byte order mark, soft hyphen, zero-width space, joiners, word joiner: invisible, and in the way of every comparison.
// A soft hyphen at the end of a line is where a word was broken, and goes when it is joined.
const INVISIBLE = /\uFEFF|\u00AD(?!\s*$)|\u200B|\u200C|\u200D|\u2060|\u200E|\u200F/gu;
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t\v]/gu;
const CONTROLS = /(?![\t\v])\p{Cc}/gu;

/** The rule below the head of a table in Markdown, and a row of it. */
const TABLE_RULE = /^\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*$/u;
const TABLE_ROW = /^\s*\|(.*\S.*)\|\s*$/u;

/**
 * Text to lines: any line end, a form feed is a page break (`\f` alone on its line), odd spaces become spaces, each row of a table in
 * Markdown stands by itself.
 */
export function toSourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  const raw = text.split(/\r\n|\n|\r|\u0085|\u2028|\u2029/u);
  for (const [index, line] of raw.entries()) {
    const pieces = line.split("\f");
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) lines.push({ number: index + 1, text: "\f" });
      const clean = piece.replace(INVISIBLE, "").replace(CONTROLS, "").replace(SPACES, " ");
      const row = TABLE_RULE.test(clean) ? "" : TABLE_ROW.exec(clean)?.[1]?.trim();
      if (row) lines.push({ number: index + 1, text: "" });
      if (at === 0 || clean.trim() !== "") lines.push({ number: index + 1, text: row ?? clean });
    }
  }
  return lines;
}
