import type { Block } from "./block";
import { firstReading, type Label, type Reading as LabelReading, laterInSeries, successor } from "./labels";
import type { Reading } from "./reading";

export interface Place {
  /** Index into the open lists: 0 is the outermost. */
  level: number;
  reading: LabelReading;
  /** The item begins a list. */
  first: boolean;
  /** It begins again a list of the same series. */
  restart: boolean;
  /** A label is missing before it, or it repeats the one before. */
  gap: boolean;
}

/** Where the label of a block belongs among the open lists; null when it is no label but text. */
export function placeLabel(reading: Reading, block: Block): Place | null {
  const { label } = block;
  if (!label || label.wrap === " ") return null;
  const { lists } = reading;
  if (label.wrap === "dotted") return placeDotted(reading, label);
  const exact = innermost(lists, (list) => successor(list.reading, list.wrap, label));
  const first = firstReading(label);
  const nested = { level: reading.interrupted && reading.mode === "sections" ? 0 : lists.length, first: true };
  if (exact && first && exact.reading.type !== first.type) {
    // (i) after (h): the next label of the same shape tells whether it is a letter or a Roman number.
    if (isRoman(reading, exact.reading, first)) return { ...nested, reading: first, restart: false, gap: false };
  }
  if (exact) return { ...exact, first: false, restart: false, gap: false };
  if (first) {
    const same = innermost(lists, (list) =>
      list.wrap === label.wrap && list.reading.type === first.type && list.reading.upper === first.upper ? first : null,
    );
    // A list inside a list of the same labels: only the margin tells.
    const inside = same && !reading.interrupted && block.indent >= (lists[same.level]?.indent ?? 0) + 2;
    if (same && !inside) return { ...same, first: true, restart: true, gap: false };
    return { ...nested, reading: first, restart: false, gap: false };
  }
  const later = innermost(lists, (list) => laterInSeries(list.reading, list.wrap, label));
  if (later) return { ...later, first: false, restart: false, gap: true };
  const [own] = label.readings;
  const goesOn = own && labelsAhead(reading).some((next) => successor(own, label.wrap, next));
  if (!own || !(goesOn || block.bullet) || label.text.length > 3) return null;
  return { level: nested.level, reading: own, first: true, restart: false, gap: true };
}

/** 1.2.1 stands inside 1.2, and 1.3 beside it: the number of parts tells. */
function placeDotted({ lists }: Reading, label: Label): Place | null {
  const [own] = label.readings;
  if (!own) return null;
  const depth = label.text.split(".").length;
  const level = lists.findIndex(
    (list) => list.wrap === "dotted" && (list.draft.label ?? "").split(".").length >= depth,
  );
  const before = lists[level];
  const place = { reading: own, first: before === undefined, restart: false };
  if (!before) return { ...place, level: lists.length, gap: false };
  const exact = successor(lists.at(-1)?.reading ?? own, "dotted", label) ?? successor(before.reading, "dotted", label);
  return { ...place, level, gap: exact === null };
}

function innermost(lists: Reading["lists"], find: (list: Reading["lists"][number]) => LabelReading | null) {
  for (let level = lists.length - 1; level >= 0; level -= 1) {
    const list = lists[level];
    const reading = list && find(list);
    if (reading) return { level, reading };
  }
  return null;
}

function isRoman(reading: Reading, asLetter: LabelReading, asRoman: LabelReading): boolean {
  const wrap = reading.blocks[reading.at]?.label?.wrap ?? "";
  for (const next of labelsAhead(reading)) {
    if (next.wrap !== wrap) continue;
    if (successor(asRoman, wrap, next)) return true;
    if (successor(asLetter, wrap, next)) return false;
  }
  return reading.last?.text.endsWith(":") ?? false;
}

/** Labels of the blocks behind this one, as far as one would leaf. */
export function labelsAhead(reading: Reading) {
  return reading.blocks.slice(reading.at + 1, reading.at + 200).flatMap((block) => (block.label ? [block.label] : []));
}

/** Whether the outermost list goes on later: then what comes now stands inside it. */
export function listGoesOn(reading: Reading): boolean {
  const [list] = reading.lists;
  return list !== undefined && labelsAhead(reading).some((next) => successor(list.reading, list.wrap, next));
}
