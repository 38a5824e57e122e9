export interface PdfLine {
  text: string;
  x: number;
  y: number;
  size: number;
  /** Begins with a small raised number, as notes do. */
  raised?: boolean;
}

/** A piece of a line, with a wide gap before and behind it. */
interface Cell {
  text: string;
  x: number;
}

/** A line of a page, before anyone knows whether its gaps part columns, cells or words. */
export interface RawLine extends PdfLine {
  cells: Cell[];
  /** Where it ends. */
  end: number;
}

const fewestRows = 6;
const MARK =
  /^\s*(?:[-–—•·▪◦‣●○■□➢✓*]|\(?[\p{L}\d]{1,4}(?:\.\d{1,3})*[.)°º:]{1,2}|§?\s?\d{1,3}\.?|\d{1,3}(?:\.\d{1,3})+)\s*$/u;

/** A label or bullet with a tab behind it is no cell. */
export function isMark(text: string): boolean {
  return MARK.test(text);
}

/**
 * Files may hold two columns row by row, and tables always. Gaps that begin at the same place on several lines part columns, where both
 * sides are prose, or cells; other gaps are those of justified lines.
 */
export function inReadingOrder(lines: RawLine[]): PdfLine[] {
  const gutter = findGutter(lines);
  if (gutter !== null) return columnsApart(lines, gutter);
  return lines.map((line) => toLine(line, line.cells, lines));
}

function toLine({ x, y, size, raised }: RawLine, cells: Cell[], lines: RawLine[]): PdfLine {
  const text = cells
    .map(
      (cell, at) =>
        (at === 0 ? "" : isAligned(cell, lines) ? " | " : " ") + (at === 0 ? cell.text.trimEnd() : cell.text.trim()),
    )
    .join("");
  return { text, x: cells[0]?.x ?? x, y, size, raised };
}

function isAligned({ x }: Cell, lines: RawLine[]): boolean {
  return lines.filter((line) => line.cells.slice(1).some((cell) => Math.abs(cell.x - x) < 3)).length > 1;
}

/** Where the second column begins, if the page has one and its lines come row by row. */
function findGutter(lines: RawLine[]): number | null {
  const pairs = lines.flatMap(({ cells: [left, right, ...others] }) =>
    left && right && others.length === 0 ? [{ left, right }] : [],
  );
  for (const { right } of pairs) {
    const rows = pairs.filter((pair) => Math.abs(pair.right.x - right.x) < 3);
    const isProse = (side: "left" | "right") =>
      rows.filter((row) => row[side].text.trim().length > 20).length > 0.6 * rows.length;
    if (rows.length >= fewestRows && isProse("left") && isProse("right")) return right.x;
  }
  return null;
}

function columnsApart(lines: RawLine[], gutter: number): PdfLine[] {
  const isPair = ({ cells }: RawLine) => cells.length === 2 && Math.abs((cells[1]?.x ?? 0) - gutter) < 3;
  const first = lines.findIndex(isPair);
  const last = lines.findLastIndex(isPair);
  const left: PdfLine[] = [];
  const right: PdfLine[] = [];
  for (const line of lines.slice(first, last + 1)) {
    const [one, other] = line.cells;
    if (isPair(line) && one && other) {
      left.push(toLine(line, [one], lines));
      right.push(toLine(line, [other], lines));
    } else (line.x < gutter - 3 ? left : right).push(toLine(line, line.cells, lines));
  }
  // What stands below the last row of both belongs to the column that it stands in, or to neither.
  const behind = lines.slice(last + 1);
  const below = (is: (line: RawLine) => boolean) => behind.filter(is).map((line) => toLine(line, line.cells, lines));
  return [
    ...lines.slice(0, first).map((line) => toLine(line, line.cells, lines)),
    ...left,
    ...below(({ end }) => end < gutter),
    ...right,
    ...below(({ x }) => x >= gutter - 3),
    ...below(({ x, end }) => x < gutter - 3 && end >= gutter),
  ];
}
