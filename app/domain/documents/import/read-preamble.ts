import type { Block } from "./block";
import type { Draft } from "./imported-document";
import { firstReading } from "./labels";
import { beginsInside, breaksOff, continues, endsAsClause, mend } from "./mending";
import { asksFor, decisiveVerb } from "./one-numbering";
import { openingVerb, startsWithOperative, startsWithRecital, startsWithVerb } from "./opening-words";
import { listGoesOn, type Place } from "./place-label";
import { addDraft, addParagraph, container, excerpt, type Reading, warn } from "./reading";
import { articleOf, opensPreamble } from "./wording";

/** A labelled block of the preamble: a recital, a part of one, or the first recommendation. */
export function readLabelledRecital(reading: Reading, block: Block, place: Place): "read" | "operative" {
  if (place.reading.type === "OP") return "operative";
  if (place.reading.type !== "PP" && beginsOperative(reading, block, place)) return "operative";
  const owner = place.level === 0 ? unletteredOwner(reading, place) : null;
  const top = place.level === 0 && owner === null;
  const parent = owner ?? reading.lists[place.level - 1]?.draft ?? null;
  if (place.gap) warn(reading, block.line, `The label “${block.label?.text}” does not follow the one before it.`);
  const draft = addDraft(reading, {
    kind: top ? "recital" : "item",
    label: block.label?.text ?? null,
    verb:
      (top && reading.oneNumbering ? decisiveVerb(block.rest) : null) ?? openingVerb(block.rest, block.opening, !top),
    text: block.rest,
    parent: parent ?? (top ? null : container(reading)),
    line: block.line,
  });
  reading.lists.length = place.level;
  reading.lists.push({ reading: place.reading, wrap: block.label?.wrap ?? "", indent: block.indent, draft });
  reading.last = draft;
  return "read";
}

/** The recital without a label that a labelled list stands in: `Noting that:`, `(a) …`. */
function unletteredOwner({ lists, last }: Reading, place: Place): Draft | null {
  const [list] = lists;
  if (list) return list.draft.kind === "item" && !place.restart ? list.draft.parent : null;
  return last?.kind === "recital" && last.label === null && opensList(last.text) ? last : null;
}

function opensList(text: string): boolean {
  return text.endsWith(":") || breaksOff(text);
}

function beginsOperative(reading: Reading, block: Block, place: Place): boolean {
  if (reading.oneNumbering) return place.level === 0 && asksFor(block.rest);
  if (!place.first) return false;
  const { last } = reading;
  if (last?.kind === "formula" && introducesRecitals(last.text)) return false;
  const counts = place.reading.type === "number" || place.reading.type === "dotted";
  if (reading.lists.length === 0) {
    if (startsWithRecital(block.rest) || unletteredOwner(reading, place)) return false;
    return counts || startsWithOperative(block.rest) || reading.drafts.some((draft) => draft.kind === "recital");
  }
  if (place.restart)
    return place.level === 0 && reading.lists[0]?.draft.kind !== "item" && !startsWithRecital(block.rest);
  // `I. Urges` behind `D. Aware`, where parts of a recital would be small.
  const urges = place.reading.upper && startsWithOperative(block.rest);
  return (counts || urges) && !last?.text.endsWith(":") && !listGoesOn(reading);
}

/** A block of the preamble without a label. */
export function readPreambleText(reading: Reading, block: Block): "read" | "operative" {
  const { last } = reading;
  const next = reading.blocks[reading.at + 1];
  const opens = opensPreamble(block.text, next?.rest);
  if (!reading.drafts.some((draft) => draft.name === "opening") && opens && !block.bullet) {
    reading.last = addDraft(reading, { kind: "formula", name: "opening", text: block.text, line: block.line });
    return "read";
  }
  if (
    introducesRecitals(block.text) &&
    (((next?.bullet || next?.label) && leadsAll(reading, block, next)) || leadsClauses(block, next))
  ) {
    reading.last = addDraft(reading, { kind: "formula", text: block.text, line: block.line });
    reading.labelledRecitals = Boolean(next?.label);
    return "read";
  }
  if (isEnactingFormula(block, next, last?.text ?? "")) {
    addFormula(reading, block, reading.lists.slice(0, 1));
    return "operative";
  }
  if (last && !(last.kind === "paragraph" && introduces(last.text)) && isSecondHalf(reading, last.text, block)) {
    mend(last, block);
    return "read";
  }
  const owner = ownerOf(last, "recital");
  const isPart = block.bullet !== null && last?.kind === "item" && beginsInside(block.text);
  const recital = startsWithRecital(block.text) && !isPart;
  const clause = THAT.test(block.text) && belowFormula(reading);
  const isOne = block.bullet === null ? recital || clause : recital || belowFormula(reading);
  if (isOne && (!reading.labelledRecitals || (block.bullet && reading.lists.length > 0))) {
    if (reading.labelledRecitals) warn(reading, block.line, `A recital without a label: “${excerpt(block.text)}”.`);
    if (reading.lists[0]?.draft.kind === "item") reading.lists = [];
    reading.last = addDraft(reading, {
      kind: "recital",
      verb: openingVerb(block.text, block.opening, false),
      text: block.text,
      line: block.line,
    });
    return "read";
  }
  if (!recital && !block.bullet && startsWithOperative(block.text) && hasPreamble(reading)) return "operative";
  const item = reading.lists.at(-1)?.draft ?? owner;
  if (block.bullet && item) {
    reading.last = addDraft(reading, {
      kind: "item",
      verb: openingVerb(block.text, block.opening, true),
      text: block.text,
      parent: item,
      line: block.line,
    });
    return "read";
  }
  if (last?.kind === "recital" && reading.lists.length > 0) {
    warn(reading, block.line, `A paragraph without a label among the recitals: “${excerpt(block.text)}”.`);
  }
  addParagraph(reading, block, recital ? openingVerb(block.text, block.opening, false) : null);
  return "read";
}

/** The recital or recommendation that a bullet belongs to: the one right above, or that of the bullet above. */
export function ownerOf(last: Draft | null, kind: Draft["kind"]): Draft | null {
  const owner = last?.kind === "item" ? last.parent : last;
  return owner?.kind === kind ? owner : null;
}

/** `CONSIDERANDO`, `Considérant :`, `Whereas:` alone on a line, above recitals that do not repeat it. */
export function introducesRecitals(text: string): boolean {
  return /^\p{L}+(?: (?:that|que))?(?:\s?:)?$/u.test(text) && startsWithRecital(text);
}

const THAT = /^(?:que|qu[’']|that|dass|che|dat)(?!\p{L})/iu;

/** `CONSIDERANDO:` above `Que …;`, one a paragraph. */
export function leadsClauses(block: Block, next: Block | undefined): boolean {
  return introducesRecitals(block.text) && next !== undefined && THAT.test(next.text) && endsAsClause(next.text);
}

/** No whole recital stands beside it: what is listed below it are recitals, not the parts of one. */
function leadsAll({ blocks, at }: Reading, block: Block, { bullet }: Block): boolean {
  const others = blocks
    .slice(Math.max(0, at - 100), at + 100)
    .filter((other) => other !== block && !other.label && !other.bullet && startsWithRecital(other.text));
  return bullet ? others.every((other) => introducesRecitals(other.text)) : others.length === 0;
}

/** Only recitals stand between here and the word that introduces them. */
function belowFormula(reading: Reading): boolean {
  const before = reading.drafts.findLast(({ kind }) => kind !== "recital");
  return before?.kind === "formula" && introducesRecitals(before.text);
}

function hasPreamble(reading: Reading): boolean {
  return reading.drafts.some((draft) => draft.kind === "recital" || draft.name === "opening");
}

/** `referring to the work done by`: introduces the paragraphs below, which are not its second half. */
function introduces(text: string): boolean {
  return text.length < 80 && breaksOff(text) && startsWithRecital(text) && /(?:by|to|of|par|de|por)$/iu.test(text);
}

/** `encourage local level governments worldwide to`, right before the first recommendation. */
export function isEnactingFormula(block: Block, next: Block | undefined, before: string): boolean {
  const { text } = block;
  if (block.bullet || text.length > 300 || startsWithRecital(text) || !next) return false;
  const begins = (next.label !== null && firstReading(next.label) !== null) || articleOf(next.text) !== null;
  if (/(?:as follows|ce qui suit|lo siguiente|o seguinte|folgendes)\s*:?$/iu.test(text) && text.length < 200)
    return true;
  // `hereby:` in the middle of one numbering.
  if (/:$/u.test(text) && text.length < 60 && next.label && startsWithOperative(next.rest)) return true;
  const leads = /(?::|(?<!\p{L})(?:to|that|à|de|que|a|zu|dass))$/iu.test(text);
  if (startsWithOperative(text)) return leads || (begins && /(?:,|\p{L})$/u.test(text));
  // Not the second half of the last recital.
  return begins && leads && !(breaksOff(before) && beginsInside(text));
}

/** `lists`: those that go on behind it. */
export function addFormula(reading: Reading, block: Block, lists: Reading["lists"] = []): void {
  const named = reading.drafts.some((draft) => draft.name === "enacting-formula");
  const draft = addDraft(reading, {
    kind: "formula",
    name: named ? null : "enacting-formula",
    verb: openingVerb(block.text, block.opening, false),
    text: block.text,
    line: block.line,
  });
  reading.last = draft;
  reading.lists = lists;
}

/** Bullets without labels, one below the other, in mid-sentence: a list of parts, not one stray half. */
export function beginsParts(reading: Reading, block: Block): boolean {
  const next = reading.blocks[reading.at + 1];
  return Boolean(block.bullet && !block.label && next?.bullet && !next.label && beginsInside(next.text));
}

/**
 * Whether an unlabelled block is the rest of the recital or recommendation before it. After a comma that is likely only
 * where the list of labels goes on behind it: there the block can be no item of its own.
 */
export function isSecondHalf(reading: Reading, before: string, block: Block): boolean {
  if (beginsParts(reading, block)) return false;
  if (continues(before, block)) return true;
  // `the City of New`, page break, `York has reported,`: what stands between two labels is the first one's.
  if (block.page && !block.bullet && block.heading === 0 && breaksOff(before) && /[.,;:]$/u.test(block.text)) {
    const [next, second] = reading.blocks.slice(reading.at + 1, reading.at + 3);
    const isLast = reading.mode === "preamble" && next !== undefined && isEnactingFormula(next, second, block.text);
    if (!startsWithVerb(block.text) && (listGoesOn(reading) || isLast)) return true;
  }
  if (!before.endsWith(",") || !beginsInside(block.text) || startsWithVerb(block.text)) return false;
  if (!(block.page || block.bullet) || !listGoesOn(reading)) return false;
  warn(reading, block.line, `Taken as the second half of the item before it: “${excerpt(block.text)}”.`);
  return true;
}
