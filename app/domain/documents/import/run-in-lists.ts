import type { Block } from "./block";
import { firstReading, type Label, labelOf, type Reading, successor } from "./labels";

/** What looks like a label in mid-line, behind a space. */
const INNER = /(?<=\s)(?:\((?:[a-z]{1,3}|[A-Z]|\d{1,2})\)|(?:[a-z]|\d{1,2})\)|\d{1,2}\.-?|\d{1,2}[°º][.)]?)\s+(?=\S)/gu;
const AND = "(?:\\s(?:and|or|and\\/or|et|ou|y|o|e|und|oder|en|of))?";
/** An item that ends like this is surely complete, or perhaps. */
const ENDED = new RegExp(`[.;?!]${AND}$`, "iu");
const PARTED = new RegExp(`[.;,?!]${AND}$`, "iu");
/** No list that stands on one line is longer. */
const LONGEST = 20_000;

interface Place {
  at: number;
  label: Label;
}

/** A list whose items were printed below each other, and that extraction ran into one paragraph. */
export interface RunInList {
  line: number;
  first: string;
  last: string;
}

/** Parts lists that ran into one paragraph: `shall: (a) issue cards; (b) train staff; and (c) report.` */
export function splitRunInLists(blocks: Block[]): { blocks: Block[]; found: RunInList[] } {
  const found: RunInList[] = [];
  const split = (block: Block, next: Block | undefined): Block[] => {
    const places = block.heading > 0 || block.quoted ? [] : listIn(block, next);
    const [first, last] = [places[0], places.at(-1)];
    if (!first || !last) return [block];
    found.push({ line: block.line, first: first.label.text, last: last.label.text });
    const parts = places.map(({ at, label }, index) => part(block, at, places[index + 1]?.at, label));
    const all = first.at === 0 ? parts : [{ ...part(block, 0, first.at, block.label), indent: block.indent }, ...parts];
    const [head, ...others] = all;
    if (head) all[0] = { ...head, bullet: block.bullet, opening: block.opening, page: block.page, apart: block.apart };
    return all.flatMap((one, index) => split(one, others[index] ?? next));
  };
  return { blocks: blocks.flatMap((block, index) => split(block, blocks[index + 1])), found };
}

function part(block: Block, from: number, to: number | undefined, label: Label | null): Block {
  const text = block.text.slice(from, to).trim();
  return {
    ...block,
    lines: [text],
    text,
    label,
    rest: label ? text.slice(label.length) : text,
    bullet: null,
    indent: block.indent + 2,
    emphasised: false,
    opening: null,
    page: false,
    apart: false,
  };
}

/** The labels of the first list that the text of a block holds; none where it may be a sentence that counts its parts. */
function listIn(block: Block, next: Block | undefined): Place[] {
  const { text } = block;
  if (text.length > LONGEST) return [];
  const inner = [...text.matchAll(INNER)].flatMap(({ index: at }): Place[] => {
    const label = labelOf(text.slice(at, at + 40));
    return label ? [{ at, label }] : [];
  });
  if (inner.length === 0) return [];
  const own = block.label && ownSeries(block.label, block, inner, next);
  if (own) return own;
  for (const [index, start] of inner.entries()) {
    const reading = start.at > (block.label?.length ?? 0) ? firstReading(start.label) : null;
    const series = reading ? seriesFrom(start, reading, inner.slice(index + 1)) : [];
    const introduced = /:$/u.test(text.slice(0, start.at).trim());
    // The items behind may stand on lines of their own.
    const goesOn = introduced && isFollowedBy(series.at(-1), next);
    if (series.length > (goesOn ? 0 : 1) && isList(text, series, introduced)) return series;
  }
  return [];
}

function isFollowedBy(last: Place | undefined, next: Block | undefined): boolean {
  const { label } = last ?? {};
  return Boolean(label?.readings.some((reading) => next?.label && successor(reading, label.wrap, next.label)));
}

/** `1. Publish. 2. Train. 3. Report.`: the block begins with the first label. Of two numbers in a text the second may be no label. */
function ownSeries(label: Label, { text }: Block, inner: Place[], next: Block | undefined): Place[] | null {
  if (isFollowedBy({ at: 0, label }, next)) return null;
  const all = label.readings.map((reading) => seriesFrom({ at: 0, label }, reading, inner));
  const series = all.sort((a, b) => b.length - a.length)[0] ?? [];
  const goesOn = isFollowedBy(series.at(-1), next);
  const fewest = goesOn || (label.wrap.includes(")") && !/\d/u.test(label.text)) ? 2 : 3;
  return series.length >= fewest && isList(text, series, goesOn || fewest === 2) ? series : null;
}

function seriesFrom(start: Place, reading: Reading, others: Place[]): Place[] {
  const series = [start];
  let last = reading;
  for (const place of others) {
    const following = successor(last, start.label.wrap, place.label);
    if (!following) continue;
    series.push(place);
    last = following;
  }
  return series;
}

function isList(text: string, series: Place[], introduced = false): boolean {
  const items = series.map(({ at, label }, index) => text.slice(at + label.length, series[index + 1]?.at).trim());
  const before = items.slice(0, -1);
  if (items.some((item) => item.length < 2)) return false;
  if (before.every((item, index) => (index === before.length - 1 ? PARTED : ENDED).test(item))) {
    return series.length > 2 || introduced;
  }
  // Commas alone also stand in a sentence that counts its parts: it is a list where a colon leads to it and each item is a phrase.
  return introduced && before.every((item) => PARTED.test(item)) && items.every((item) => !/[.;]\s/u.test(item));
}
