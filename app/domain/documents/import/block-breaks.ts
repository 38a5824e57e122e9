import { isDateLine } from "./dates";
import { isKindLine } from "./document-kind";
import type { SourceLine } from "./imported-document";
import { firstReading, labelOf, laterInSeries, type Reading, successor } from "./labels";
import { emphasisedOpening, insideQuotes, plain } from "./marks";
import { startsWithOperative, startsWithVerb } from "./opening-words";
import { isSpeakerLine } from "./speakers";
import { isOpening, looksLikeArticle } from "./wording";

export const BULLET = /^(\s*)([-–—•·▪◦‣●○■□➢✓*+])\s+(?=\S)/u;

/** The last label of each series so far. */
export type LabelSeries = { reading: Reading; wrap: string }[];

/** Whether a line begins a block of its own although no empty line stands before it. */
export function startsBlock(
  line: SourceLine,
  open: SourceLine[],
  lines: SourceLine[],
  at: number,
  series: LabelSeries,
): boolean {
  const { text } = line;
  const before = (open.at(-1)?.text ?? "").trim();
  if (
    /^\s*#{1,6}\s/u.test(text) ||
    BULLET.test(text.replace(/^\s*>\s?/u, "")) ||
    /^\s*>/u.test(text) !== /^\s*>/u.test(before)
  )
    return true;
  if (/^\s*[¹²³⁰⁴-⁹]/u.test(text) || /^\s*\[\^\w+\]:/u.test(text)) return true;
  const words = plain(text);
  const wordsBefore = plain(before);
  if (/[»”“"][.,]?$/u.test(wordsBefore) && isSpeakerLine(words) && isQuotation(open)) return true;
  if (
    looksLikeArticle(words) ||
    (open.length === 1 && /^\S+\s\S+$/u.test(wordsBefore) && looksLikeArticle(wordsBefore))
  )
    return true;
  const hangs = /(?<!\p{L})(?:of|on|in|from|to|the|since|du|de|le|au|del|el|desde)$/iu.test(wordsBefore);
  if ((isFrontLine(words) && !hangs) || (open.length === 1 && isFrontLine(wordsBefore))) return true;
  if (isOpening(words) && /^(?:we|nous|nosotr[oa]s|nós|wir)\s?,/iu.test(words)) return true;
  const ended = /[.;:,!?][”"»’']?$/u.test(wordsBefore);
  if (startsLabelled(words, ended, lines, at, series)) return true;
  // One paragraph on each line, with no empty line between them.
  if (ended && before.length > 150 && /^[\p{Lu}“"«*]/u.test(text.trim())) return true;
  if (!ended) return false;
  const wide = Math.max(...open.slice(-40).map((other) => other.text.length), text.length);
  const short = before.length < 0.75 * wide || open.length === 1;
  const verb = emphasisedOpening(text) ?? words;
  if (short && /^[*_]?\p{Lu}/u.test(text.trim()) && startsWithVerb(verb)) return true;
  const next = labelOf(plain((lines[at + 1]?.text ?? "").replace(BULLET, "")));
  return startsWithOperative(words) && next !== null && firstReading(next) !== null;
}

/** The lines so far are one quotation, from the first quote mark to the last. */
function isQuotation(open: SourceLine[]): boolean {
  return (
    open.length <= 40 && insideQuotes(plain(open.map((line) => line.text.replace(/^\s*>\s?/u, "")).join(" "))) !== null
  );
}

/** Lines of the head that stand alone: a kind, a date, a page number. */
function isFrontLine(words: string): boolean {
  return (
    isKindLine(words) ||
    /^\d{1,3}$/u.test(words) ||
    /^page\s+\d+(?:\s*(?:\/|of|sur|de)\s*\d+)?$/iu.test(words) ||
    (isDateLine(words) && !/[,;]$/u.test(words) && /^[\p{Lu}\d[(]/u.test(words))
  );
}

function startsLabelled(words: string, ended: boolean, lines: SourceLine[], at: number, series: LabelSeries): boolean {
  const label = labelOf(words);
  if (!label) return false;
  if (label.wrap === "PP") return true;
  if (series.some((last) => successor(last.reading, last.wrap, label))) return true;
  if (ended && series.some((last) => laterInSeries(last.reading, last.wrap, label))) return true;
  const first = firstReading(label);
  if (first && ended) return true;
  const readings = first ? [first] : label.readings;
  return readings.some((reading) => isFollowed(reading, label.wrap, lines, at));
}

/** Whether the label that follows begins one of the next lines. */
function isFollowed(reading: Reading, wrap: string, lines: SourceLine[], at: number): boolean {
  for (const { text } of lines.slice(at + 1, at + 40)) {
    const label = labelOf(plain(text.replace(BULLET, "")));
    if (label && successor(reading, wrap, label)) return true;
  }
  return false;
}

/** Keeps the label of a line in mind, and the one right behind it: `1. a) …` */
export function rememberLabel(text: string, series: LabelSeries, isInner = false): void {
  const words = plain(text.replace(BULLET, ""));
  const label = labelOf(words);
  if (!label) return;
  const later = (last: LabelSeries[number]) =>
    successor(last.reading, last.wrap, label) ?? laterInSeries(last.reading, last.wrap, label);
  const found = series.find((last) => later(last) !== null);
  const reading = found ? later(found) : (firstReading(label) ?? label.readings[0]);
  if (found && reading) found.reading = reading;
  else if (reading) series.push({ reading, wrap: label.wrap });
  if (!isInner && label.length < words.length)
    rememberLabel(words.slice(label.length, label.length + 40), series, true);
}
