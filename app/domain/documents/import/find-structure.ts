import type { DocumentKind } from "~db/schema/document";
import { toProvisions } from "./addresses";
import type { Block } from "./block";
import { joinLines, toBlocks } from "./blocks";
import { markBrokenWords } from "./broken-words";
import { detectKind } from "./document-kind";
import { frontMatterLength, readFrontMatter } from "./front-matter";
import { splitHeadingAbove } from "./heading-above-text";
import { headingAt } from "./headings";
import type { ImportedDocument, ImportOptions, SourceLine } from "./imported-document";
import { successor } from "./labels";
import { detectLanguage } from "./language";
import { endsAsClause } from "./mending";
import { splitMetadata } from "./metadata-lines";
import { startsOneNumbering } from "./one-numbering";
import { startsWithOperative, startsWithRecital } from "./opening-words";
import { placeLabel } from "./place-label";
import { quotationAt } from "./quotations";
import { readClosing } from "./read-closing";
import { readHeading } from "./read-heading";
import { readLabelledRecommendation, readOperativeText } from "./read-operative";
import { readNote, readPageNumber } from "./read-page-edges";
import { closeGroups, listsParticipants, readParticipants } from "./read-participants";
import { isEnactingFormula, leadsClauses, readLabelledRecital, readPreambleText } from "./read-preamble";
import { readBullet, readLabelledItem, readSectionParagraph } from "./read-section-text";
import { addDraft, container, excerpt, type Reading, warn } from "./reading";
import { splitRunInLists } from "./run-in-lists";
import { separateRunningHeads } from "./running-heads";
import { slugOf } from "./slug";
import { opensPreamble } from "./wording";

/** Finds title, kind, date, provisions and participants in the lines of a document. Pure: the file is already read. */
export function findStructure(source: SourceLine[], sourceName: string, options: ImportOptions = {}): ImportedDocument {
  const { metadata, head, rest, problem } = splitMetadata(source);
  const { lines, heads } = separateRunningHeads(markBrokenWords(rest));
  const { blocks: all, found: runIn } = splitRunInLists(toBlocks(lines));
  const frontLength = frontMatterLength(all);
  const [front, body] = [all.slice(0, frontLength), all.slice(frontLength)];
  const found = readFrontMatter(withoutHeads(front, heads), body, sourceName);
  const title = options.title ?? metadata?.title ?? found.title;
  const frontTexts = front.map((block) => block.text);
  const kind = options.kind ?? metadata?.kind ?? detectKind(frontTexts, title, sourceName);
  const reading = startReading(body, kind ?? "guidance", heads);
  const firstLine = head[0]?.number ?? all[0]?.line ?? 1;
  if (problem) warn(reading, firstLine, "What stands between “---” and “---” is no readable metadata: read as text.");
  if (!kind) warn(reading, firstLine, "No word says what kind of document this is: read as guidance.");
  if (!options.title && !metadata?.title && front.length === 0)
    warn(reading, firstLine, `No title found: took “${excerpt(title)}”.`);
  for (const { line, first, last } of runIn) {
    warn(reading, line, `A list ran into one paragraph: its items ${first} to ${last} were parted.`);
  }
  const date = options.date ?? metadata?.date ?? found.date;
  if (!date) warn(reading, firstLine, "No date found.");
  const { language, sure } = detectLanguage(all.map((block) => block.text).join(" "));
  const known = options.language ?? metadata?.language;
  if (!known && !sure) warn(reading, firstLine, `Not sure about the language: took “${language}”.`);
  if (front.length > 0 || head.length > 0) {
    const described = head.map((line) => line.text.trimEnd()).filter((text) => text !== "");
    const text = [described.join("\n"), ...front.map((block) => joinLines(block.lines))].filter(Boolean).join("\n\n");
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
    event: metadata?.event ?? found.event,
    language: known ?? language,
    provisions: toProvisions(reading.drafts),
    participants: reading.participants,
    warnings: reading.warnings.sort((a, b) => a.line - b.line),
  };
}

/** The title is none of the lines that every page repeats, unless there is no other. */
function withoutHeads(front: Block[], heads: Set<number>): Block[] {
  const others = front.filter((block) => !heads.has(block.line));
  return others.length > 0 ? others : front;
}

function startReading(blocks: Block[], kind: DocumentKind, heads: Set<number>): Reading {
  const beginsWithRecital = (block: Block | undefined) =>
    block !== undefined && startsWithRecital(block.rest) && endsAsClause(block.rest);
  const [first, second] = blocks;
  return {
    blocks,
    at: 0,
    kind,
    mode: first && (opensPreamble(first.text, second?.rest) || beginsWithRecital(first)) ? "preamble" : "sections",
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
    numberedNotes: false,
    heads,
    edges: new Set(),
    labelledRecitals: hasLabelledRecitals(blocks),
    oneNumbering: false,
  };
}

/** The first label of the document stands before a recital, or is a `PP`. */
function hasLabelledRecitals(blocks: Block[]): boolean {
  const first = blocks.find((block) => block.label !== null && block.heading === 0);
  if (first && startsWithRecital(first.rest)) return true;
  return blocks.some((block) => block.label?.text.toUpperCase().startsWith("PP"));
}

function readBody(reading: Reading): void {
  for (; reading.at < reading.blocks.length; reading.at += 1) {
    splitHeadingAbove(reading);
    const block = reading.blocks[reading.at];
    if (block) readBlock(reading, block);
  }
}

function readBlock(reading: Reading, block: Block): void {
  if (readNote(reading, block) || readPageNumber(reading, block) || readClosing(reading, block)) return;
  if (reading.mode !== "preamble" && !listsParticipants(reading) && readQuotation(reading, block)) return;
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
  const isBare = reading.sections.length === 0 && reading.lists.length === 0;
  if (isBare && reading.kind === "declaration" && startsOneNumbering(reading.blocks, reading.at)) {
    reading.mode = "preamble";
    reading.oneNumbering = true;
    return;
  }
  const opens =
    opensPreamble(block.text, next?.rest) &&
    /[,:]$/u.test(block.text) &&
    next !== undefined &&
    (startsWithRecital(next.rest) || next.label !== null || startsWithOperative(next.text));
  const recital =
    startsWithRecital(block.rest) && endsAsClause(block.rest) && !block.bullet && reading.lists.length === 0;
  if (opens || recital || leadsClauses(block, next)) {
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
  const [list] = reading.lists;
  const next = reading.blocks[reading.at + 1]?.label;
  const goesOn = reading.oneNumbering || (list && next && successor(list.reading, list.wrap, next) !== null);
  reading.lists.length = goesOn ? Math.min(1, reading.lists.length) : 0;
}

/** A quotation that is set off. */
function readQuotation(reading: Reading, block: Block): boolean {
  const quotation = quotationAt(reading.blocks, reading.at);
  // Among recommendations only one whose speaker is named is no part of them.
  if (!quotation || (reading.mode === "operative" && quotation.speaker === null)) return false;
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
