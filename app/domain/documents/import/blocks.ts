import type { Block } from "./block";
import { BULLET, type LabelSeries, rememberLabel, startsBlock } from "./block-breaks";
import { SOFT_HYPHEN } from "./broken-words";
import type { SourceLine } from "./imported-document";
import { firstReading, type Label, labelOf, spacedLabelOf, successor } from "./labels";
import { emphasisedOpening, isEmphasised, plain } from "./marks";

const RULE = /^\s*(?:[-=_*~–—]\s?){3,}\s*$/u;

/** Lines to blocks. Lines of a paragraph are joined; what begins with a mark or a label of a running list stands apart. */
export function toBlocks(lines: SourceLine[]): Block[] {
  const blocks: Block[] = [];
  const series: LabelSeries = [];
  let open: SourceLine[] = [];
  let gap = 3;
  let openGap = 3;
  const close = () => {
    if (open.length > 0) blocks.push(toBlock(open, openGap));
    open = [];
  };
  for (const [at, line] of lines.entries()) {
    if (line.text === "\f") {
      close();
      gap = 3;
    } else if (
      RULE.test(line.text) &&
      isUnderline(line.text) &&
      open.length === 1 &&
      !BULLET.test(open[0]?.text ?? "")
    ) {
      // A line underlined with === or --- is a heading.
      const [title] = open;
      if (title) open = [{ ...title, text: `${line.text.includes("=") ? "#" : "##"} ${title.text.trim()}` }];
      close();
      gap = 1;
    } else if (/^[\s>]*$/u.test(line.text) || RULE.test(line.text)) {
      close();
      gap += 1;
    } else {
      if (open.length > 0 && startsBlock(line, open, lines, at, series)) {
        close();
        gap = 0;
      }
      if (open.length === 0) {
        openGap = gap;
        rememberLabel(line.text, series);
      }
      open.push(line);
      if (/^\s*#{1,6}\s/u.test(line.text)) close();
      gap = 0;
    }
  }
  close();
  return splitDoubleLabels(blocks);
}

function isUnderline(text: string): boolean {
  return /^\s*(?:={3,}|-{3,})\s*$/u.test(text);
}

function toBlock(source: SourceLine[], gap: number): Block {
  const [first, ...others] = source.map((line) => line.text);
  let head = first ?? "";
  const indent = /^\s*/u.exec(head)?.[0].length ?? 0;
  const quoted = /^\s*>/u.test(head);
  if (quoted) head = head.replace(/^\s*>\s?/u, "");
  const hashes = /^\s*(#{1,6})\s+/u.exec(head);
  if (hashes) head = head.slice(hashes[0].length).replace(/\s+#+\s*$/u, "");
  const bullet = hashes ? null : BULLET.exec(head);
  if (bullet) head = head.slice(bullet[0].length);
  const raw = [head, ...others.map((line) => (quoted ? line.replace(/^\s*>\s?/u, "") : line))];
  const joined = joinLines(raw);
  const text = plain(joined);
  const label = labelOf(text) ?? (raw.length === 1 && gap > 0 && !bullet ? spacedLabelOf(text) : null);
  return {
    line: source[0]?.number ?? 1,
    lines: raw.map(plain),
    text,
    label,
    rest: label ? text.slice(label.length) : text,
    bullet: bullet?.[2] ?? null,
    heading: hashes?.[1]?.length ?? 0,
    indent,
    emphasised: isEmphasised(joined),
    opening: openingOf(joined, label),
    page: gap >= 3,
    apart: gap > 0,
    quoted,
  };
}

/** `1. a) Everyone …` with `b)` below: an item and its first part. */
function splitDoubleLabels(blocks: Block[]): Block[] {
  return blocks.flatMap((block, at) => {
    const inner = block.label ? labelOf(block.rest) : null;
    const first = inner && inner.wrap !== "dotted" ? firstReading(inner) : null;
    if (!inner || !first || block.heading > 0 || block.rest.length === inner.length) return [block];
    const goesOn = blocks
      .slice(at + 1, at + 30)
      .some(
        ({ label }) =>
          label !== null && label.wrap !== block.label?.wrap && successor(first, inner.wrap, label) !== null,
      );
    if (!goesOn) return [block];
    const { rest: text } = block;
    return [
      { ...block, lines: [], text: block.text.slice(0, -text.length).trim(), rest: "" },
      {
        ...block,
        text,
        lines: [text],
        label: inner,
        rest: text.slice(inner.length),
        bullet: null,
        page: false,
        apart: false,
      },
    ];
  });
}

function openingOf(joined: string, label: Label | null): string | null {
  if (!label) return emphasisedOpening(joined);
  const behind = joined.trim().replace(/^[*_]*[(]?[\p{L}\d.]{1,12}?[).:°º-]*[*_]*\s+(?=\S)/u, "");
  return emphasisedOpening(behind);
}

/** A word broken at a hyphen is written together; the hyphen stays where nobody can tell whether it was there before. */
export function joinLines(lines: string[]): string {
  const trimmed = lines.map((line) => line.trim());
  const last = trimmed.length - 1;
  return trimmed
    .map((line, at) => {
      const broken = line.endsWith(SOFT_HYPHEN) && at < last;
      return broken ? line.slice(0, -1) : line + gapBetween(line, trimmed[at + 1] ?? "");
    })
    .join("");
}

export function join(before: string, after: string): string {
  if (before.endsWith(SOFT_HYPHEN)) return before.slice(0, -1) + after;
  return before + gapBetween(before, after) + after;
}

/** `Bürger- und Menschenrechte` */
const SUSPENDED = /^(?:und|oder|bzw|and|or|et|ou|y|e|o|en|of)\s/u;

function gapBetween(before: string, after: string): string {
  if (before === "" || after === "") return "";
  return /\p{L}[-‐]$/u.test(before.slice(-3)) && /^\p{Ll}/u.test(after) && !SUSPENDED.test(after) ? "" : " ";
}
