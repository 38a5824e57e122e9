import type { SourceLine } from "./imported-document";

/** Stands at the end of a line for a hyphen that is none of the word's own. */
export const SOFT_HYPHEN = "\u00AD";
const BROKEN = /(\p{L}{2,})[-‐]$/u;
const REST = /^\s*(\p{Ll}{2,})/u;

/**
 * Finds the words that a line end broke: `funda-`, `mental` is `fundamental` where the document writes that word elsewhere, and nowhere
 * with its hyphen. All others stay as they are, for nobody can tell.
 */
export function markBrokenWords(lines: SourceLine[]): SourceLine[] {
  if (!lines.some(({ text }) => BROKEN.test(text.trimEnd()))) return lines;
  const written = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:[-‐’']\p{L}+)*/gu) ?? []));
  return lines.map((line, at) => {
    const text = line.text.trimEnd();
    const start = BROKEN.exec(text)?.[1]?.toLowerCase();
    const rest = start && REST.exec(nextFilled(lines, at)?.text ?? "")?.[1];
    if (!start || !rest || !written.has(start + rest) || written.has(`${start}-${rest}`)) return line;
    return { ...line, text: text.slice(0, -1) + SOFT_HYPHEN };
  });
}

/** The line behind, over the end of a page. */
function nextFilled(lines: SourceLine[], at: number): SourceLine | undefined {
  return lines.slice(at + 1, at + 5).find(({ text }) => text.trim() !== "");
}
