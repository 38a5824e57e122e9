import type { Block } from "./block";
import type { Draft } from "./imported-document";
import { mend } from "./mending";
import { decisiveVerb } from "./one-numbering";
import { openingVerb, startsWithOperative } from "./opening-words";
import { labelsAhead, type Place } from "./place-label";
import { addFormula, isEnactingFormula, isSecondHalf, ownerOf } from "./read-preamble";
import { addDraft, addParagraph, container, excerpt, type Reading, warn } from "./reading";

/** A labelled block of the operative part: a recommendation or a part of one. */
export function readLabelledRecommendation(reading: Reading, block: Block, place: Place): void {
  const top = place.level === 0;
  if (place.gap) warn(reading, block.line, `The label “${block.label?.text}” does not follow the one before it.`);
  const draft = addDraft(reading, {
    kind: top ? "recommendation" : "item",
    label: block.label?.text ?? null,
    verb:
      (top && reading.oneNumbering ? decisiveVerb(block.rest) : null) ?? openingVerb(block.rest, block.opening, !top),
    text: block.rest,
    parent: top ? container(reading) : partOf(reading, place),
    line: block.line,
  });
  reading.lists.length = place.level;
  reading.lists.push({ reading: place.reading, wrap: block.label?.wrap ?? "", indent: block.indent, draft });
  reading.last = draft;
}

/** A paragraph that ends with a colon owns the list below it; else the item above does. */
function partOf(reading: Reading, place: Place): Draft | null {
  const { last } = reading;
  if (place.first && last?.kind === "paragraph" && last.text.endsWith(":")) return last;
  const above = reading.lists[place.level - 1]?.draft ?? null;
  return above === null || place.first ? above : (reading.lists[place.level]?.draft.parent ?? above);
}

/** A block of the operative part without a label. */
export function readOperativeText(reading: Reading, block: Block): void {
  const { last } = reading;
  if (last && last.name !== "enacting-formula" && isSecondHalf(reading, last.text, block)) {
    mend(last, block);
    return;
  }
  const next = reading.blocks[reading.at + 1];
  if (startsSecondPart(reading, block, next)) {
    addFormula(reading, block, reading.lists.slice(0, 1));
    return;
  }
  const numbered = reading.lists.length > 0 || labelsAhead(reading).length > 0;
  const isItem = block.bullet !== null || startsWithOperative(block.text) || /[,;]$/u.test(block.text);
  if (!numbered && isItem && !(last?.kind === "recommendation" && last.text.endsWith(":"))) {
    reading.last = addDraft(reading, {
      kind: "recommendation",
      verb: openingVerb(block.text, block.opening, false),
      text: block.text,
      parent: container(reading),
      line: block.line,
    });
    return;
  }
  const item = reading.lists.at(-1)?.draft ?? ownerOf(last, "recommendation");
  if (block.bullet && item) {
    reading.last = addDraft(reading, {
      kind: "item",
      verb: openingVerb(block.text, block.opening, true),
      text: block.text,
      parent: item,
      line: block.line,
    });
    return;
  }
  if (last && last === item && !last.hasChildren && (last.text.endsWith(":") || isInside(reading, block))) {
    last.text = `${last.text}\n\n${block.text}`;
    return;
  }
  if (labelsAhead(reading).length > 0 && reading.lists.length > 0) {
    warn(reading, block.line, `A paragraph without a label among the recommendations: “${excerpt(block.text)}”.`);
  }
  addParagraph(reading, block);
}

/** The margin says that a paragraph belongs to the item above it. */
function isInside({ lists }: Reading, block: Block): boolean {
  const list = lists.at(-1);
  return list !== undefined && block.apart && block.indent >= list.indent + 2;
}

/** `and to`, between recommendations of one sentence. */
const AND_TO = /^(?:and|et|y|e|und)(?:\s.{1,150})?\s(?:to|à|de|a|zu)\s?:?$/iu;

/** `Call upon States to:` between recommendations that another phrase introduced. */
function startsSecondPart(reading: Reading, block: Block, next: Block | undefined): boolean {
  const first = reading.drafts.find((draft) => draft.kind === "formula" && draft.name !== "opening");
  if (!first || !next || (!next.bullet && !next.label)) return false;
  if (AND_TO.test(block.text)) return true;
  if (!startsWithOperative(block.text)) return false;
  return isEnactingFormula(block, next, "") && /:$|(?<!\p{L})(?:to|that|à|de|que|a)$/u.test(block.text);
}
