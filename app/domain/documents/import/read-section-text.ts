import type { ProvisionKind } from "~db/schema/provision";
import type { Block } from "./block";
import { beginsInside, breaksOff, continues, mend } from "./mending";
import { openingVerb } from "./opening-words";
import type { Place } from "./place-label";
import { beginsParts } from "./read-preamble";
import { addDraft, addParagraph, container, type Reading, warn } from "./reading";
import { roleOf, type SectionRole } from "./wording";

const KINDS: Partial<Record<SectionRole, ProvisionKind>> = {
  objectives: "objective",
  outcomes: "outcome",
  questions: "question",
  references: "reference",
  recommendations: "recommendation",
};

/** What the items of a list are: the phrase that introduces them says it, else the heading. */
function itemKind(reading: Reading): ProvisionKind {
  const parent = container(reading);
  if (parent?.kind === "recommendation" || parent?.kind === "article") return "item";
  const role = (reading.phrase && roleOf(reading.phrase, true)) ?? reading.sections.at(-1)?.role ?? null;
  if (role) return KINDS[role] ?? "item";
  if (parent) return reading.sections.some((section) => section.role === "recommendations") ? "recommendation" : "item";
  return reading.kind === "outcome-document" || reading.kind === "declaration" ? "recommendation" : "item";
}

export function readLabelledItem(reading: Reading, block: Block, place: Place): void {
  const kind = place.level === 0 ? itemKind(reading) : "item";
  const parent = place.level === 0 ? container(reading) : (reading.lists[place.level - 1]?.draft ?? null);
  if (place.gap) warn(reading, block.line, `The label “${block.label?.text}” does not follow the one before it.`);
  const draft = addDraft(reading, {
    kind,
    label: block.label?.text ?? null,
    verb: openingVerb(block.rest, block.opening, kind !== "recommendation"),
    text: block.rest,
    parent,
    line: block.line,
  });
  reading.lists.length = place.level;
  reading.lists.push({ reading: place.reading, wrap: block.label?.wrap ?? "", indent: block.indent, draft });
  reading.last = draft;
  reading.interrupted = false;
}

/** A bullet: an item of its own, a part of the item above, or the second half of an item that was cut. */
export function readBullet(reading: Reading, block: Block): void {
  const { last } = reading;
  if (last && isCutItem(reading, last.text, block)) {
    mend(last, block);
    return;
  }
  while ((reading.bullets.at(-1)?.indent ?? Number.NEGATIVE_INFINITY) > block.indent - 2) reading.bullets.pop();
  const labelled = !reading.interrupted ? reading.lists.at(-1)?.draft : undefined;
  const above =
    reading.bullets.at(-1)?.draft ?? (labelled === last || last?.parent === labelled ? labelled : undefined);
  const kind = above ? "item" : itemKind(reading);
  const draft = addDraft(reading, {
    kind,
    verb: openingVerb(block.text, block.opening, kind !== "recommendation"),
    text: block.text,
    parent: above ?? container(reading),
    line: block.line,
  });
  reading.bullets.push({ indent: block.indent, draft });
  reading.last = draft;
}

/** In a list whose items end with a mark or begin with a capital, a small letter after no mark is the rest of an item. */
function isCutItem(reading: Reading, before: string, block: Block): boolean {
  if (!block.apart || !breaksOff(before) || !beginsInside(block.text)) return false;
  if ((reading.last?.label || isDeeper(reading, block)) && beginsParts(reading, block)) return false;
  // The last hundred tell: to ask all of a very long list for each of its items would take for ever.
  const items = reading.drafts
    .slice(-100)
    .filter((draft) => draft.kind === reading.last?.kind && draft.parent === reading.last.parent);
  const capital = items.filter((item) => !beginsInside(item.text)).length;
  const marked = items.filter((item) => !breaksOff(item.text)).length;
  return capital === items.length || marked >= Math.max(1, items.length - 1);
}

/** The margin says that a bullet stands inside the one above it. */
function isDeeper({ bullets, last }: Reading, { indent }: Block): boolean {
  const above = bullets.at(-1);
  return above !== undefined && above.draft === last && indent >= above.indent + 2;
}

const ADDRESSES_READER =
  /^(?:to|for|visit|see also|please|you|if|pour|para|por|consulte[rz]?|visite[rz]?|more|plus)\b/iu;

/** A paragraph of a section. */
export function readSectionParagraph(reading: Reading, block: Block): void {
  const { last } = reading;
  if (last && last.kind !== "section" && (continues(last.text, block) || isCutAfterComma(last.text, block))) {
    mend(last, block);
    if (last.text.endsWith(":")) reading.phrase = last.text;
    return;
  }
  const role = reading.sections.at(-1)?.role;
  if (role === "references" && (!ADDRESSES_READER.test(block.text) || /\d{4}[.)]*$/u.test(block.text))) {
    for (const { text, line } of referencesIn(block)) {
      reading.last = addDraft(reading, { kind: "reference", text, parent: container(reading), line });
    }
    return;
  }
  if (role === "questions" && block.text.endsWith("?")) {
    reading.last = addDraft(reading, {
      kind: "question",
      text: block.text,
      parent: container(reading),
      line: block.line,
    });
    return;
  }
  addParagraph(reading, block);
}

/** Works one a line, without empty lines: each ends with a full stop, a bracket or an address, and begins with a capital. */
function referencesIn({ lines, text, line }: Block): { text: string; line: number }[] {
  const ends = /(?:[.)\]]|https?:\/\/\S+)$/u;
  if (lines.length < 2 || !lines.slice(0, -1).every((one) => ends.test(one))) return [{ text, line }];
  if (!lines.every((one) => /^[\p{Lu}“"«]/u.test(one))) return [{ text, line }];
  return lines.map((one, at) => ({ text: one, line: line + at }));
}

function isCutAfterComma(before: string, block: Block): boolean {
  return block.page && before.endsWith(",") && beginsInside(block.text);
}
