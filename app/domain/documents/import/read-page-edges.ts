import type { Block } from "./block";
import { beginsInside, breaksOff } from "./mending";
import { addDraft, type Reading, warn } from "./reading";

const NOTE = /^(?:([¹²³⁰⁴-⁹]+)|\[\^(\w+)\]:|\[(\d{1,3})\])\s*(?=\S)/u;
const PAGE_NUMBER = /^(?:page\s+)?\d{1,3}(?:\s*(?:\/|of|sur|de)\s*\d{1,3})?(?:\s*[-–—])?$/iu;

/** A footnote stands where the page ended; the sentence that it interrupts goes on behind it. */
export function readNote(reading: Reading, block: Block): boolean {
  const match = NOTE.exec(block.text);
  if (!match) return readNumberedNotes(reading, block);
  // In a list of works the numbers in brackets are those of the works.
  if (match[3] && reading.sections.at(-1)?.role === "references") return false;
  const label = match[1] ?? match[2] ?? match[3] ?? null;
  addDraft(reading, { kind: "note", label, text: block.text.slice(match[0].length), line: block.line });
  const next = reading.blocks[reading.at + 1];
  if (next) next.page = true;
  return true;
}

const MOST_NOTES = 8;

/** `1) …`, `2) …` between the halves of a sentence that a page cut in two are the notes at its foot. */
function readNumberedNotes(reading: Reading, block: Block): boolean {
  const { blocks, at, last, drafts } = reading;
  if (block.label?.wrap !== ")" || block.label.readings[0]?.type !== "number") return false;
  if (block.heading > 0) return false;
  const noted = drafts.at(-1)?.kind === "note" && reading.numberedNotes;
  if (!noted) {
    if (last?.kind !== "paragraph" || !breaksOff(last.text) || !refersTo(last.text, block.label.text)) return false;
    const behind = blocks
      .slice(at, at + MOST_NOTES)
      .find((next) => next.apart && !next.label && !PAGE_NUMBER.test(next.text));
    if (!behind || behind.bullet || !beginsInside(behind.text)) return false;
  }
  reading.numberedNotes = true;
  addDraft(reading, { kind: "note", label: block.label.text, text: block.rest, line: block.line });
  const next = blocks[at + 1];
  if (next) next.page = true;
  return true;
}

/** The text has the number of the note above the line or in brackets. */
function refersTo(text: string, number: string): boolean {
  const raised = number.replace(/\d/gu, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit);
  return text.includes(raised) || text.includes(`[${number}]`) || text.includes(`(${number})`);
}

/** A page number cuts no sentence in two, and is kept: only its looks say what it is. */
export function readPageNumber(reading: Reading, block: Block): boolean {
  const next = reading.blocks[reading.at + 1];
  if (reading.heads.has(block.line)) {
    keepEdge(reading, block, "a line that the pages repeat");
    return true;
  }
  if (!PAGE_NUMBER.test(block.text) || block.heading > 0 || block.label) return false;
  const named = /\p{L}/u.test(block.text);
  const cuts = next !== undefined && beginsInside(next.text) && breaksOff(reading.last?.text ?? ".");
  if (
    !named &&
    !cuts &&
    !block.page &&
    next !== undefined &&
    !next.page &&
    !isCounted(reading, Number.parseInt(block.text, 10))
  )
    return false;
  keepEdge(reading, block, "a page number");
  return true;
}

function keepEdge(reading: Reading, block: Block, what: string): void {
  reading.edges.add(addDraft(reading, { kind: "paragraph", text: block.text, line: block.line }));
  warn(reading, block.line, `“${block.text}” looks like ${what}; kept as a paragraph of its own.`);
  const next = reading.blocks[reading.at + 1];
  if (next) next.page = true;
}

/** Another line holds nothing but the number before or behind. */
function isCounted(reading: Reading, number: number): boolean {
  return reading.blocks.some(({ text }) => text === String(number + 1) || text === String(number - 1));
}
