import type { DocumentKind } from "~db/schema/document";
import { toProvisions } from "./addresses";
import { type Block, joinLines, toBlocks } from "./blocks";
import { detectKind } from "./document-kind";
import { frontMatterLength, readFrontMatter } from "./front-matter";
import { headingAt } from "./headings";
import type { ImportedDocument, ImportOptions, SourceLine } from "./imported-document";
import { detectLanguage } from "./language";
import { startsWithOperative, startsWithRecital } from "./opening-words";
import { joinNames, toParticipant } from "./participants";
import { placeLabel } from "./place-label";
import { quotationAt } from "./quotations";
import { readHeading } from "./read-heading";
import { readLabelledRecommendation, readOperativeText } from "./read-operative";
import { isEnactingFormula, readLabelledRecital, readPreambleText } from "./read-preamble";
import { readBullet, readLabelledItem, readSectionParagraph } from "./read-section-text";
import { addDraft, container, excerpt, type Reading, warn } from "./reading";
import { slugOf } from "./slug";
import { isOpening } from "./wording";

const NOTE = /^(?:([¹²³⁰⁴-⁹]+)|\[\^(\w+)\]:)\s*(?=\S)/u;
const PAGE_NUMBER = /^(?:page\s+)?\d{1,3}(?:\s*(?:\/|of|sur|de)\s*\d{1,3})?(?:\s*[-–—])?$/iu;

/** Finds title, kind, date, provisions and participants in the lines of a document. Pure: the file is already read. */
export function findStructure(lines: SourceLine[], sourceName: string, options: ImportOptions = {}): ImportedDocument {
  const all = toBlocks(lines);
  const frontLength = frontMatterLength(all);
  const [front, body] = [all.slice(0, frontLength), all.slice(frontLength)];
  const found = readFrontMatter(front, body, sourceName);
  const title = options.title ?? found.title;
  const frontTexts = front.map((block) => block.text);
  const kind = options.kind ?? detectKind(frontTexts, title, sourceName);
  const reading = startReading(body, kind ?? "guidance");
  const firstLine = all[0]?.line ?? 1;
  if (!kind) warn(reading, firstLine, "No word says what kind of document this is: read as guidance.");
  if (!options.title && front.length === 0) warn(reading, firstLine, `No title found: took “${excerpt(title)}”.`);
  const date = options.date ?? found.date;
  if (!date) warn(reading, firstLine, "No date found.");
  const { language, sure } = detectLanguage(all.map((block) => block.text).join(" "));
  if (!options.language && !sure) warn(reading, firstLine, `Not sure about the language: took “${language}”.`);
  if (front.length > 0) {
    const text = front.map((block) => joinLines(block.lines)).join("\n\n");
    addDraft(reading, { kind: "section", name: "preface", text, line: firstLine });
  }
  readBody(reading);
  closeGroups(reading);
  return {
    slug: options.slug ?? slugOf(sourceName, reading.kind),
    kind: reading.kind,
    kindIsGuess: kind === null,
    title,
    date,
    event: found.event,
    language: options.language ?? language,
    provisions: toProvisions(reading.drafts),
    participants: reading.participants,
    warnings: reading.warnings.sort((a, b) => a.line - b.line),
  };
}

function startReading(blocks: Block[], kind: DocumentKind): Reading {
  const beginsWithRecital = (block: Block | undefined) =>
    block !== undefined && startsWithRecital(block.rest) && /[,;]$/u.test(block.rest);
  const [first] = blocks;
  return {
    blocks,
    at: 0,
    kind,
    mode: first && (isOpening(first.text) || beginsWithRecital(first)) ? "preamble" : "sections",
    drafts: [],
    warnings: [],
    participants: [],
    groups: [],
    sections: [],
    lists: [],
    bullets: [],
    last: null,
    phrase: null,
    interrupted: true,
    labelledRecitals: blocks.some((block) => block.label !== null && startsWithRecital(block.rest)),
  };
}

function readBody(reading: Reading): void {
  for (; reading.at < reading.blocks.length; reading.at += 1) {
    const block = reading.blocks[reading.at];
    if (block) readBlock(reading, block);
  }
}

function readBlock(reading: Reading, block: Block): void {
  if (readNote(reading, block) || readPageNumber(reading, block)) return;
  if (reading.mode === "sections" && readQuotation(reading, block)) return;
  const heading = headingAt(reading);
  if (heading) {
    readHeading(reading, block, heading);
    return;
  }
  if (readParticipants(reading, block)) return;
  if (reading.mode === "sections") enterPart(reading, block);
  if (reading.mode === "preamble") {
    const place = placeLabel(reading, block);
    const result = place ? readLabelledRecital(reading, block, place) : readPreambleText(reading, block);
    if (result === "read") return;
    enterOperative(reading);
    if (reading.drafts.at(-1)?.line === block.line && reading.drafts.at(-1)?.text === block.text) return;
  }
  const place = placeLabel(reading, block);
  if (reading.mode === "operative") {
    if (place) readLabelledRecommendation(reading, block, place);
    else readOperativeText(reading, block);
    return;
  }
  readSectionBlock(reading, block);
}

/** In a text without a preamble so far, an opening, a recital or an enacting formula begins one. */
function enterPart(reading: Reading, block: Block): void {
  if (container(reading)?.kind === "article") return;
  const next = reading.blocks[reading.at + 1];
  const opens =
    isOpening(block.text) &&
    /[,:]$/u.test(block.text) &&
    next !== undefined &&
    (startsWithRecital(next.rest) || next.label !== null || startsWithOperative(next.text));
  const recital =
    startsWithRecital(block.rest) && /[,;]$/u.test(block.rest) && !block.bullet && reading.lists.length === 0;
  if (opens || recital) {
    reading.mode = "preamble";
    reading.last = null;
  } else if (
    startsWithOperative(block.text) &&
    block.text.length < 250 &&
    isEnactingFormula(block, next, "") &&
    /\p{L}$|:$/u.test(block.text)
  ) {
    reading.mode = "preamble";
    reading.last = null;
  }
}

function enterOperative(reading: Reading): void {
  reading.mode = "operative";
  reading.lists = [];
}

/** A quotation that is set off. */
function readQuotation(reading: Reading, block: Block): boolean {
  const quotation = quotationAt(reading.blocks, reading.at);
  if (!quotation) return false;
  const { text, speaker, affiliation, length } = quotation;
  if (!speaker) warn(reading, block.line, `A quotation without a speaker: “${excerpt(text)}”.`);
  addDraft(reading, { kind: "quotation", text, speaker, affiliation, parent: container(reading), line: block.line });
  reading.at += length - 1;
  reading.last = null;
  return true;
}

function readSectionBlock(reading: Reading, block: Block): void {
  const place = placeLabel(reading, block);
  if (place) readLabelledItem(reading, block, place);
  else if (block.bullet) readBullet(reading, block);
  else readSectionParagraph(reading, block);
}

/** A footnote stands where the page ended; the sentence that it interrupts goes on behind it. */
function readNote(reading: Reading, block: Block): boolean {
  const match = NOTE.exec(block.text);
  if (!match) return false;
  const label = match[1] ?? match[2] ?? null;
  addDraft(reading, { kind: "note", label, text: block.text.slice(match[0].length), line: block.line });
  const next = reading.blocks[reading.at + 1];
  if (next) next.page = true;
  return true;
}

function readPageNumber(reading: Reading, block: Block): boolean {
  const next = reading.blocks[reading.at + 1];
  if (!PAGE_NUMBER.test(block.text) || block.heading > 0 || !(block.page || next === undefined || next.page))
    return false;
  addDraft(reading, { kind: "paragraph", text: block.text, line: block.line });
  warn(reading, block.line, `“${block.text}” looks like a page number; kept as a paragraph of its own.`);
  if (next) next.page = true;
  return true;
}

function readParticipants(reading: Reading, block: Block): boolean {
  const list = reading.sections.find((section) => section.role === "participants");
  const section = reading.sections.at(-1);
  if (!list || !section || (block.text.length > 120 && /[.!?]$/u.test(block.text))) return false;
  const known = reading.groups.at(-1)?.draft === section.draft ? reading.groups.at(-1) : undefined;
  const group = known ?? {
    draft: section.draft,
    name: section === list ? null : section.draft.text,
    lines: [],
    bulleted: null,
  };
  if (!known) reading.groups.push(group);
  const [first = "", ...others] = block.lines;
  // A dash among names without dashes is part of the name that was broken before it.
  group.bulleted ??= block.bullet !== null;
  group.lines.push(block.bullet && !group.bulleted ? `${block.bullet} ${first}` : first, ...others);
  return true;
}

function closeGroups(reading: Reading): void {
  for (const { draft, name, lines } of reading.groups) {
    const names = joinNames(lines);
    draft.text = `${draft.text}\n\n${names.join("\n")}`;
    reading.participants.push(...names.map((line) => toParticipant(line, name)));
  }
}
