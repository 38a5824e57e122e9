import type { Block } from "./block";
import { isCapitals } from "./front-matter";
import { firstReading, type Label, type Reading as LabelReading, successor } from "./labels";
import { beginsInside } from "./mending";
import { startsWithVerb } from "./opening-words";
import { listsParticipants } from "./read-participants";
import { isEnactingFormula, leadsClauses } from "./read-preamble";
import type { Reading } from "./reading";
import { articleOf, isHeadingWord, isOpening, namedRecommendationOf, roleOf } from "./wording";

export interface FoundHeading {
  kind: "section" | "article" | "recommendation";
  level: number;
  label: string | null;
  reading: LabelReading | null;
  wrap: string;
  text: string;
  /** It parts recommendations, and does not end them. */
  divides?: true;
  /** Nothing but its looks says that it is a heading. */
  unsure: boolean;
}

const CAPTION = /^(?:figure|fig\.|table|tableau|box|encadré|figura|cuadro|photo|source|note|abbildung)\b/iu;

/** The heading at the place that is read, or null. */
export function headingAt(reading: Reading): FoundHeading | null {
  const block = reading.blocks[reading.at];
  const next = reading.blocks[reading.at + 1];
  if (!block || block.bullet) return null;
  const named = namedAt(block);
  if (named) return named;
  const { text } = block;
  if (block.heading > 0) return { ...plainHeading(block, reading.sections), level: block.heading };
  if (text.length > 120 || block.quoted || !block.apart) return null;
  const ends = /[.,;]$/u.test(text) || (startsWithVerb(text) && /:$/u.test(text));
  if (isHeadingWord(text)) return { ...unlabelled(text), level: isCapitals(text) ? 2 : 3 };
  if ((reading.mode === "preamble" && leadsOn(block, next)) || leadsClauses(block, next)) return null;
  if (isCapitals(text) && !ends && !isOpening(text) && text.length > 3 && isNumberOrNone(block.label)) {
    return { ...plainHeading(block, reading.sections), level: 2 };
  }
  if (reading.mode === "operative") return dividingHeading(reading, block, next);
  if (reading.mode !== "sections") return null;
  const numbered = numberedHeading(reading, block, next);
  if (numbered) return numbered;
  if (ends || block.label || !/^[\p{Lu}\d“"«¿¡]/u.test(text) || CAPTION.test(text) || /:$/u.test(text)) return null;
  // `Results` above a list.
  const listed =
    next?.apart === true && (next.bullet !== null || (next.label !== null && firstReading(next.label) !== null));
  if (listed && text.split(" ").length <= 6 && roleOf(text) !== null) return { ...unlabelled(text), level: 3 };
  if (block.emphasised && next) return { ...unlabelled(text), level: 6 };
  const followed = next?.apart && next.text.length > 100 && !beginsInside(next.text) && !next.label;
  if (block.lines.length > 1 && listsParticipants(reading)) return null;
  const short = text.length <= 60 && text.split(" ").length <= 8 && !/["”»]$/u.test(text);
  return followed && short ? { ...unlabelled(text), level: 7, unsure: true } : null;
}

/** `CONSIDERANDO`, `DECLARAMOS`, `HAVE ADOPTED THIS CHARTER:` lead to recitals and recommendations. */
function leadsOn(block: Block, next: Block | undefined): boolean {
  const { text } = block;
  return (!text.includes(" ") && startsWithVerb(text)) || (text.endsWith(":") && isEnactingFormula(block, next, ""));
}

function unlabelled(text: string): FoundHeading {
  return { kind: "section", level: 0, label: null, reading: null, wrap: "", text, unsure: false };
}

function plainHeading(block: Block, sections: Reading["sections"]): FoundHeading {
  const { label } = block;
  const reading = label && headingReading(label, sections);
  if (!label || !reading || block.rest === "") return unlabelled(block.text);
  return { ...unlabelled(block.rest), label: label.text, reading, wrap: label.wrap };
}

/** The number that continues the headings before it, or begins a series: `I.` is one, but nine behind `H.` */
function headingReading(label: Label, sections: Reading["sections"]): LabelReading | null {
  const readings = label.readings.filter(isHeadingSeries);
  const next = sections.findLast((section) => section.reading && successor(section.reading, section.wrap, label));
  const own = next?.reading && successor(next.reading, next.wrap, label);
  if (own && readings.includes(own)) return own;
  return readings.find((reading) => reading.value === 1) ?? readings[0] ?? null;
}

function isHeadingSeries(reading: LabelReading): boolean {
  return (
    reading.type === "number" ||
    reading.type === "dotted" ||
    ((reading.type === "roman" || reading.type === "letter") && reading.upper)
  );
}

function isNumberOrNone(label: Label | null): boolean {
  return label === null || label.readings.some(isHeadingSeries);
}

function namedAt(block: Block): FoundHeading | null {
  const article = articleOf(block.text);
  const found = article ?? namedRecommendationOf(block.text);
  if (!found) return null;
  return { ...unlabelled(found.rest), kind: article ? "article" : "recommendation", level: 8, label: found.label };
}

/** `II. Water` between numbered recommendations. */
function dividingHeading(reading: Reading, block: Block, next: Block | undefined): FoundHeading | null {
  if (isAddressee(reading, block, next)) return { ...unlabelled(block.text), level: 6, divides: true };
  const found = plainHeading(block, reading.sections);
  const { type } = found.reading ?? {};
  if (!found.reading || !next?.label || (type !== "roman" && type !== "letter")) return null;
  if (!next.label.readings.some((reading) => reading.type === "number" || reading.type === "dotted")) return null;
  if (block.rest.length > 100 || !/^\p{Lu}.*[^.,;:]$/u.test(block.rest)) return null;
  return reading.lists[0]?.wrap === block.label?.wrap && reading.lists[0]?.reading.type === type
    ? null
    : { ...found, level: 3 };
}

/** `**To States**` right above the first or the next of the recommendations. */
function isAddressee({ lists }: Reading, block: Block, next: Block | undefined): boolean {
  if (!block.emphasised || block.label || block.text.length > 80 || /[.,;:]$/u.test(block.text) || !next?.label)
    return false;
  const [list] = lists;
  return (
    firstReading(next.label) !== null || (list !== undefined && successor(list.reading, list.wrap, next.label) !== null)
  );
}

function isTitle(block: Block): boolean {
  return (
    block.heading === 0 && block.text.length < 60 && !block.label && !block.bullet && !/[.:;?!]$/u.test(block.text)
  );
}

/** 1.2.1 stands inside 1.2, although it may come right behind it. */
function isInside(outer: Label, inner: Label): boolean {
  return outer.wrap === "dotted" && inner.text.startsWith(`${outer.text}.`);
}

/** `1. Background` on a line of its own: a short title that continues the headings before it, not an item of a list. */
function numberedHeading(reading: Reading, block: Block, next: Block | undefined): FoundHeading | null {
  const found = plainHeading(block, reading.sections);
  const { label } = block;
  if (!found.reading || !label || !next?.apart || block.rest.length > 100 || /[.,;:]$/u.test(block.rest)) return null;
  if (!/^[\p{Lu}\d“"«¿¡]/u.test(block.rest)) return null;
  const before = [...reading.sections]
    .reverse()
    .find((section) => section.reading && successor(section.reading, section.wrap, label));
  const isNextItem = reading.lists.some((list) => successor(list.reading, list.wrap, label));
  // `1. Cities should` goes on in the bullets below it.
  if (
    next.bullet &&
    beginsInside(next.text) &&
    /\s(?:should|shall|must|will|to|by|doivent|devraient|deben|deberían)$/iu.test(block.rest)
  )
    return null;
  // Items one after another, with nothing below them, are a list.
  if (next.label && !isInside(label, next.label) && successor(found.reading, label.wrap, next.label)) return null;
  if (!before && (isNextItem || (found.reading.value !== 1 && found.reading.type !== "dotted"))) return null;
  if (!before && isTitle(next)) return null;
  const depth = found.reading.type === "dotted" ? label.text.split(".").length - 1 : 0;
  return { ...found, level: 3 + depth };
}
