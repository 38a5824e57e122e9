import type { SourceLine } from "./imported-document";

const LONGEST = 120;
const APART_NUMBER = /\S(?:\s{3,}|\s*[|•·]\s*|\s+page\s+)\d{1,4}$|^\s*\d{1,4}(?:\s{3,}|\s*[|•·]\s*)\S/iu;

interface Candidate {
  at: number;
  text: string;
  page: number;
  /** Stands next to a form feed. */
  edge: boolean;
}

/**
 * Lines that the edges of pages repeat: the same words, or words whose number counts the pages.
 * They are set apart, for the text of the page may stand right below them.
 */
export function separateRunningHeads(lines: SourceLine[]): { lines: SourceLine[]; heads: Set<number> } {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidatesIn(lines)) {
    const key = candidate.text.replace(/\d+/gu, "#").replace(/\s+/gu, " ");
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  const places = new Set<number>();
  for (const group of groups.values()) if (isRepeated(group)) for (const { at } of group) places.add(at);
  if (places.size === 0) return { lines, heads: new Set() };
  const heads = new Set<number>();
  const apart = lines.flatMap((line, at) => {
    if (!places.has(at)) return [line];
    heads.add(line.number);
    const empty = { number: line.number, text: "" };
    return [empty, line, empty];
  });
  return { lines: apart, heads };
}

function candidatesIn(lines: SourceLine[]): Candidate[] {
  const found: Candidate[] = [];
  let page = 1;
  for (const [at, line] of lines.entries()) {
    if (line.text === "\f") page += 1;
    const text = line.text.trim();
    if (text === "" || text.length > LONGEST || /[.;:,]$/u.test(text) || !/^[\p{Lu}\d“"]/u.test(text)) continue;
    if (!/\p{L}{2}/u.test(text)) continue;
    const edge = isFeed(lines, at, -1) || isFeed(lines, at, 1);
    if (edge || APART_NUMBER.test(line.text.trimEnd())) found.push({ at, text, page, edge });
  }
  return found;
}

/** Whether nothing but empty lines and a page number stand between the line and a form feed. */
function isFeed(lines: SourceLine[], from: number, step: 1 | -1): boolean {
  for (let at = from + step; at >= 0 && at < lines.length && Math.abs(at - from) < 6; at += step) {
    const text = lines[at]?.text ?? "";
    if (text === "\f") return true;
    if (text.trim() !== "" && !/^\s*\d{1,4}\s*$/u.test(text)) return false;
  }
  return false;
}

function isRepeated(group: Candidate[]): boolean {
  const [first, ...others] = group;
  if (!first || others.length === 0) return false;
  if (others.every(({ text }) => text === first.text)) return group.every(({ edge }) => edge);
  const numbers = group.map(({ text }) => Number(/\d+(?=\D*$)/u.exec(text)?.[0] ?? Number.NaN));
  const apart = group.every(({ text }) => APART_NUMBER.test(text));
  return group.every(({ page }, at) => {
    const before = group[at - 1];
    const step = (numbers[at] ?? 0) - (numbers[at - 1] ?? 0);
    return before === undefined || (apart ? step > 0 : step > 0 && step === page - before.page);
  });
}
