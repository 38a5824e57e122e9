import type { MarkedText } from "~search/port";

/** The words of a marked text. */
export const textOf = (marked: MarkedText): string => marked.map(({ text }) => text).join("");

/** What stands from one place to another, its marks kept. */
export function sliceMarked(marked: MarkedText, from: number, to = Number.POSITIVE_INFINITY): MarkedText {
  const pieces: MarkedText = [];
  let at = 0;
  for (const piece of marked) {
    const text = piece.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== "") pieces.push({ text, marked: piece.marked });
    at += piece.text.length;
  }
  return pieces;
}

/** A text that a page shows, marked as it is in one of the texts that an engine answered; unmarked when none of them has it. */
export function markPart(text: string, answered: readonly MarkedText[]): MarkedText {
  for (const whole of answered) {
    const start = textOf(whole).indexOf(text);
    if (start >= 0) return sliceMarked(whole, start, start + text.length);
  }
  return [{ text, marked: false }];
}
