import type { ImportWarning } from "./imported-document";
import { inReadingOrder, isMark, type PdfLine, type RawLine } from "./pdf-columns";

// A PDF has no paragraphs, only pieces of text at places: lines, gaps and headings are read from the places.

export interface PageItem {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** In letters' heights: wider gaps part cells or columns, or the words of a line that fills its measure. */
const widestSpace = 1.5;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The pieces of a page, put together to lines in the order in which the file holds them. */
export function linesOfPage(items: PageItem[]): PdfLine[] {
  const lines: RawLine[] = [];
  for (const item of items) {
    if (item.text === "") continue;
    const line = lines.at(-1);
    const near = line && Math.abs(line.y - item.y) < 0.6 * Math.max(line.size, item.size) && item.x > line.x - 1;
    const cell = line?.cells.at(-1);
    if (!line || !cell || !near) {
      const { text, x, y, size, width } = item;
      if (text.trim() !== "") lines.push({ text: "", x, y, size, end: x + width, cells: [{ text, x }] });
      continue;
    }
    // A space of a file may be as wide as a gap between columns.
    if (item.text.trim() === "") {
      if (item.width <= widestSpace * line.size) {
        cell.text += " ";
        line.end = Math.max(line.end, item.x + item.width);
      }
      continue;
    }
    if (item.size > 1.2 * line.size && /^\s*\d{1,3}\s*$/u.test(cell.text) && line.y > item.y) line.raised = true;
    const raised = item.size < 0.8 * line.size && /^\d{1,3}$/u.test(item.text.trim()) && item.y > line.y;
    const text = raised ? superscript(item.text.trim()) : item.text;
    const gap = item.x - line.end;
    if (gap > widestSpace * Math.max(line.size, item.size) && !isMark(cell.text)) line.cells.push({ text, x: item.x });
    else cell.text += (gap > 0.15 * line.size && !/\s$/u.test(cell.text) && !/^\s/u.test(text) ? " " : "") + text;
    line.end = Math.max(line.end, item.x + item.width);
    if (!raised) line.size = Math.max(line.size, item.size);
  }
  return inReadingOrder(lines).filter((line) => line.text.trim() !== "");
}

function superscript(digits: string): string {
  return digits.replace(/\d/gu, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit);
}

/** Pages of lines to text: an empty line where the gap is wide, `#` where letters are large, a form feed between pages. */
export function pageText(pages: PdfLine[][]): { text: string; warnings: ImportWarning[] } {
  const warnings: ImportWarning[] = [];
  const all = pages.flat();
  const body = commonest(all.flatMap((line) => Array(Math.ceil(line.text.length / 20)).fill(round(line.size))));
  const leading = commonest(pages.flatMap((page) => gaps(page).map((gap) => Math.round(gap))));
  const furniture = findFurniture(pages, { body, leading });
  const sizes = [...new Set(all.map((line) => round(line.size)))]
    .filter((size) => size > 1.12 * body)
    .sort((a, b) => b - a);
  const out: string[] = [];
  for (const [number, page] of pages.entries()) {
    if (number > 0) out.push("\f");
    let before: PdfLine | null = null;
    for (const line of page.filter((one) => furniture.has(one))) {
      const message = `Page ${number + 1}: left out “${line.text.trim()}” at the edge of the page.`;
      warnings.push({ line: out.length + 1, message });
    }
    for (const line of withNotesLast(
      page.filter((one) => !furniture.has(one)),
      body,
    )) {
      const level = sizes.indexOf(round(line.size)) + 1;
      const sameSize: boolean = before !== null && round(before.size) === round(line.size);
      // The lines of a large heading stand as far apart as its letters ask for.
      const widest: number = level > 0 && sameSize ? Math.max(1.35 * leading, 1.5 * line.size) : 1.35 * leading;
      const wide = before !== null && (before.y - line.y > widest || before.y < line.y - leading);
      const sameHeading = before !== null && level > 0 && !wide && sameSize;
      if (before !== null && (wide || !sameSize || isNote(line))) out.push("");
      if (sameHeading) out[out.length - 1] += ` ${line.text.trim()}`;
      else
        out.push(
          level > 0 && line.text.length < 200 ? `${"#".repeat(Math.min(level, 6))} ${line.text.trim()}` : line.text,
        );
      before = line;
    }
  }
  return { text: out.join("\n"), warnings };
}

const NOTE_NUMBER = /^\s*(\d{1,3})(?:\s+|(?=[\p{L}“"«(]))/u;

/** Notes stand at the foot of the page, in small letters: behind the text of all its columns, their numbers raised. */
function withNotesLast(page: PdfLine[], body: number): PdfLine[] {
  const isSmall = (line: PdfLine) => line.size <= 0.92 * body;
  const lowest = (line: PdfLine) => !page.some((other) => !isSmall(other) && other.y < line.y && inColumn(line, other));
  const small = page.filter((line) => isSmall(line) && lowest(line));
  const first = small.findIndex((line) => NOTE_NUMBER.test(line.text) && (line.raised || isCited(page, line)));
  if (first < 0) return page;
  const notes = small.slice(first);
  return [...page.filter((line) => !notes.includes(line)), ...notes.map(raiseNumber)];
}

/** A line of another column stands beside it, not below it. */
function inColumn(line: PdfLine, other: PdfLine): boolean {
  return Math.abs(other.x - line.x) < 60;
}

/** The text has the number of the note above the line. */
function isCited(page: PdfLine[], { text }: PdfLine): boolean {
  const number = superscript(NOTE_NUMBER.exec(text)?.[1] ?? "");
  return page.some((line) => line.text.includes(number));
}

function raiseNumber(line: PdfLine): PdfLine {
  const match = NOTE_NUMBER.exec(line.text);
  return match?.[1] ? { ...line, text: `${superscript(match[1])} ${line.text.slice(match[0].length)}` } : line;
}

function isNote(line: PdfLine): boolean {
  return /^[⁰¹²³⁴-⁹]/u.test(line.text);
}

const PAGE_NUMBER =
  /^[-–—\s|]*(?:page\s+|p\.\s?|seite\s+|página\s+|pagina\s+)?\d{1,4}(?:\s*(?:\/|of|sur|de|von|van|di)\s*\d{1,4})?[-–—\s|]*$/iu;
/** More lines than these no page has at its edge. */
const MOST_AT_EDGE = 3;

/** Page numbers, and lines that the edges of pages repeat, from the outermost inwards. */
function findFurniture(pages: PdfLine[][], { body, leading }: { body: number; leading: number }): Set<PdfLine> {
  const found = new Set<PdfLine>();
  if (pages.length < 2) return found;
  const isApart = (upper: PdfLine | undefined, lower: PdfLine | undefined) =>
    upper === undefined || lower === undefined || upper.y - lower.y > 1.5 * leading;
  for (let deep = 0; deep < MOST_AT_EDGE; deep += 1) {
    const edges = pages.flatMap((page, number) => {
      const rest = page.filter((line) => !found.has(line)).sort((a, b) => b.y - a.y);
      const [top, below, bottom, above] = [rest[0], rest[1], rest.at(-1), rest.at(-2)];
      if (!top || !bottom || top === bottom) return [];
      return [
        { line: top, number, apart: isApart(top, below) },
        { line: bottom, number, apart: isApart(above, bottom) },
      ];
    });
    const before = found.size;
    for (const edge of edges) {
      const { line } = edge;
      const same = edges.filter((other) => key(other.line.text) === key(line.text));
      const placed = same.filter((other) => Math.abs(other.line.y - line.y) < 5 && counts(edge, other));
      const set = edge.apart || line.size < body - 0.4;
      if (PAGE_NUMBER.test(line.text) || (set && placed.length > 1)) found.add(line);
      else if (pages.length >= 3 && same.length > 0.6 * pages.length) found.add(line);
    }
    if (found.size === before) break;
  }
  return found;
}

function key(text: string): string {
  return text.replace(/\d+/gu, "#").trim();
}

/** Two lines say the same, or differ by a number that counts the pages. */
function counts(one: { line: PdfLine; number: number }, other: { line: PdfLine; number: number }): boolean {
  const [a, b] = [one, other].map(({ line }) => line.text.match(/\d+/gu) ?? []);
  return (a ?? []).every(
    (digits, at) => digits === b?.[at] || Number(digits) - Number(b?.[at]) === one.number - other.number,
  );
}

function gaps(page: PdfLine[]): number[] {
  return page.slice(1).flatMap((line, at) => {
    const gap = (page[at]?.y ?? 0) - line.y;
    return gap > 2 ? [gap] : [];
  });
}

function round(size: number): number {
  return Math.round(size * 2) / 2;
}

function commonest(values: number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 12;
}
