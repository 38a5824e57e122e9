import type { Block } from "./blocks";
import { addDraft, type Reading, warn } from "./reading";

const NOTE = /^(?:([¹²³⁰⁴-⁹]+)|\[\^(\w+)\]:)\s*(?=\S)/u;
const PAGE_NUMBER = /^(?:page\s+)?\d{1,3}(?:\s*(?:\/|of|sur|de)\s*\d{1,3})?(?:\s*[-–—])?$/iu;

/** A footnote stands where the page ended; the sentence that it interrupts goes on behind it. */
export function readNote(reading: Reading, block: Block): boolean {
  const match = NOTE.exec(block.text);
  if (!match) return false;
  const label = match[1] ?? match[2] ?? null;
  addDraft(reading, { kind: "note", label, text: block.text.slice(match[0].length), line: block.line });
  const next = reading.blocks[reading.at + 1];
  if (next) next.page = true;
  return true;
}

/** A page number cuts no sentence in two, and is kept: only its looks say what it is. */
export function readPageNumber(reading: Reading, block: Block): boolean {
  const next = reading.blocks[reading.at + 1];
  if (!PAGE_NUMBER.test(block.text) || block.heading > 0 || block.label) return false;
  const named = /\p{L}/u.test(block.text);
  if (!named && !block.page && next !== undefined && !next.page && !isCounted(reading, Number.parseInt(block.text, 10)))
    return false;
  addDraft(reading, { kind: "paragraph", text: block.text, line: block.line });
  warn(reading, block.line, `“${block.text}” looks like a page number; kept as a paragraph of its own.`);
  if (next) next.page = true;
  return true;
}

/** Another line holds nothing but the number before or behind. */
function isCounted(reading: Reading, number: number): boolean {
  return reading.blocks.some(({ text }) => text === String(number + 1) || text === String(number - 1));
}
