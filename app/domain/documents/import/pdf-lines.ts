import type { ImportWarning } from "./imported-document";

// A PDF has no paragraphs, only pieces of text at places: lines, gaps and headings are read from the places.

export interface PageItem {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}
export interface PdfLine {
  text: string;
  x: number;
  y: number;
  size: number;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The pieces of a page, put together to lines in the order in which the file holds them. */
export function linesOfPage(items: PageItem[]): PdfLine[] {
  const lines: (PdfLine & { end: number })[] = [];
  for (const item of items) {
    if (item.text === "") continue;
    const line = lines.at(-1);
    const near = line && Math.abs(line.y - item.y) < 0.6 * Math.max(line.size, item.size) && item.x > line.x - 1;
    if (!line || !near) {
      if (item.text.trim() !== "")
        lines.push({ text: item.text, x: item.x, y: item.y, size: item.size, end: item.x + item.width });
      continue;
    }
    const raised = item.size < 0.8 * line.size && /^\d{1,3}$/u.test(item.text.trim()) && item.y > line.y;
    const text = raised ? item.text.trim().replace(/\d/gu, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit) : item.text;
    const apart = item.x - line.end > 0.15 * line.size && !line.text.endsWith(" ") && !text.startsWith(" ");
    line.text += (apart ? " " : "") + text;
    line.end = Math.max(line.end, item.x + item.width);
    if (item.text.trim() !== "" && !raised) line.size = Math.max(line.size, item.size);
  }
  return lines
    .map(({ text, x, y, size }) => ({ text: text.trimEnd(), x, y, size }))
    .filter((line) => line.text.trim() !== "");
}

/** Pages of lines to text: an empty line where the gap is wide, `#` where letters are large, a form feed between pages. */
export function pageText(pages: PdfLine[][]): { text: string; warnings: ImportWarning[] } {
  const warnings: ImportWarning[] = [];
  const furniture = findFurniture(pages);
  const all = pages.flat();
  const body = commonest(all.flatMap((line) => Array(Math.ceil(line.text.length / 20)).fill(round(line.size))));
  const leading = commonest(pages.flatMap((page) => gaps(page).map((gap) => Math.round(gap))));
  const sizes = [...new Set(all.map((line) => round(line.size)))]
    .filter((size) => size > 1.12 * body)
    .sort((a, b) => b - a);
  const out: string[] = [];
  for (const [number, page] of pages.entries()) {
    if (number > 0) out.push("\f");
    let before: PdfLine | null = null;
    for (const line of page) {
      if (furniture.has(line)) {
        warnings.push({
          line: out.length + 1,
          message: `Page ${number + 1}: left out “${line.text.trim()}” at the edge of the page.`,
        });
        continue;
      }
      const level = sizes.indexOf(round(line.size)) + 1;
      const wide = before !== null && (before.y - line.y > 1.35 * leading || before.y < line.y - leading);
      const sameHeading = before !== null && level > 0 && !wide && round(before.size) === round(line.size);
      if (before !== null && (wide || round(before.size) !== round(line.size))) out.push("");
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

/** Page numbers, and lines that the edges of most pages repeat. */
function findFurniture(pages: PdfLine[][]): Set<PdfLine> {
  const edges = pages.map((page) => [...page].sort((a, b) => b.y - a.y)).map((page) => [page[0], page.at(-1)]);
  const seen = new Map<string, number>();
  const key = (text: string) => text.replace(/\d+/gu, "#").trim();
  for (const line of edges.flat()) if (line) seen.set(key(line.text), (seen.get(key(line.text)) ?? 0) + 1);
  const found = new Set<PdfLine>();
  for (const line of edges.flat()) {
    if (!line) continue;
    const number =
      pages.length > 1 && /^[-–—\s]*(?:page\s+)?\d{1,4}(?:\s*(?:\/|of|sur|de)\s*\d{1,4})?[-–—\s]*$/iu.test(line.text);
    if (number || (pages.length >= 3 && (seen.get(key(line.text)) ?? 0) > 0.6 * pages.length)) found.add(line);
  }
  return found;
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
