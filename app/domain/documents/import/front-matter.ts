import type { Block } from "./block";
import { bestDate, datesIn, isDateLine } from "./dates";
import { isKindLine, namesKind } from "./document-kind";
import { firstReading } from "./labels";
import { insideQuotes, leavesQuoteOpen } from "./marks";
import { endsAsClause } from "./mending";
import { startsWithOperative, startsWithRecital } from "./opening-words";
import { introducesRecitals, leadsClauses } from "./read-preamble";
import { articleOf, isHeadingWord, isOpening, namedRecommendationOf, opensPreamble } from "./wording";

const MOST_BLOCKS = 25;
/** `A/HRC/RES/51/12`, `CG/2023(44)18` */
const SYMBOL = /^\p{Lu}{1,6}[/-](?=\S*\d)[\p{Lu}\d()./-]+$/u;
/** What is stamped on a file, and names nothing. */
const STAMP =
  /^\W*(?:provisional|draft|final|advance(?: unedited)?|working|clean)(?: (?:version|text|document|copy|edited version))\W*$|^\W*(?:version (?:provisoire|finale|préliminaire)|projet|borrador|versión (?:preliminar|final|provisional)|entwurf|rascunho|versão (?:final|preliminar)|bozza|ontwerp|confidential|for immediate release|original ?: \p{L}+|adopted text|texte adopté|texto adoptado|(?:distr|embargo)\b.*)\W*$/iu;
const EVENT_LINE = /^(?:of|de la|del|des|du|de l[’']|de|from|à l[’']issue)\s/iu;

/** How many blocks stand before the body: title, kind, date, event. */
export function frontMatterLength(blocks: Block[]): number {
  let end = 0;
  let titled = false;
  while (end < Math.min(blocks.length, MOST_BLOCKS)) {
    const block = blocks[end];
    if (!block || startsBody(block, blocks[end + 1], end, titled)) break;
    // Below a kind or a date the first marked heading is no title.
    titled ||= block.heading > 0 || isFrontLine(block.text) || namesKind(block.text);
    end += 1;
  }
  return end - strayHeadings(blocks, end);
}

function startsBody(block: Block, next: Block | undefined, index: number, titled: boolean): boolean {
  const { text } = block;
  if (isFrontLine(text)) return false;
  if (opensPreamble(text, next?.rest) || articleOf(text) || namedRecommendationOf(text)) return true;
  if (introducesRecitals(text) && next && (next.label || next.bullet || leadsClauses(block, next))) return true;
  if (block.bullet || (block.label && firstReading(block.label) && block.rest !== "")) return true;
  if (isHeadingWord(text) && index > 0) return true;
  if (block.heading > 0) return titled;
  if (startsWithRecital(text) && endsAsClause(text)) return true;
  if (startsWithOperative(text) && next?.label && firstReading(next.label) && /(?:[:,]|\p{L})$/u.test(text))
    return true;
  if (text.length > 300 || (text.length > 160 && /[.:;,]$/u.test(text))) return true;
  return index > 0 && isSentence(text);
}

function isSentence(text: string): boolean {
  const words = text.split(" ").length;
  return !leavesQuoteOpen(text) && (/[.!]$/u.test(text) ? words >= 3 : /[:;?]$/u.test(text) && words >= 8);
}

/** Kind, date, `of the Conference …, 1-8 February 2022.` */
function isFrontLine(text: string): boolean {
  if (isKindLine(text) || isDateLine(text)) return true;
  return EVENT_LINE.test(text) && text.length < 400 && datesIn(text).some((found) => found.exactness > 0);
}

/** A short line in capitals right before the first paragraph is that paragraph's heading, not part of the title. */
function strayHeadings(blocks: Block[], end: number): number {
  const [last, next] = [blocks[end - 1], blocks[end]];
  if (end < 2 || !last || !next || next.heading > 0 || next.label || isOpening(next.text)) return 0;
  if (isFrontLine(last.text) || insideQuotes(last.text) || last.text.length > 60 || last.heading > 0) return 0;
  return isCapitals(last.text) && !blocks.slice(0, end - 1).every((block) => isCapitals(block.text)) ? 1 : 0;
}

export function isCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
}

export interface FrontMatter {
  title: string;
  event: string | null;
  date: string | null;
}

export function readFrontMatter(front: Block[], body: Block[], fileName: string): FrontMatter {
  const opening = body.slice(0, 4).find((block) => isOpening(block.text))?.text ?? null;
  const closing = body.slice(-3).filter((block) => !block.label && !block.bullet && block.text.length < 250);
  return {
    title: titleOf(front) ?? fallbackTitle(body, fileName),
    event: eventOf(front, opening) ?? linesBeforeTitle(front),
    date: dateOf(
      front.map((block) => block.text),
      [opening ?? "", ...closing.map((block) => block.text)],
    ),
  };
}

/** A year in the title is made exact by a day of the same year in the opening or at the close. */
function dateOf(front: string[], others: string[]): string | null {
  const own = bestDate(front);
  const [exact] = others.flatMap((text) => bestDate([text].filter((one) => datesIn(one)[0]?.exactness)) ?? []);
  return own && (own.length > 4 || !exact?.startsWith(own)) ? own : (exact ?? null);
}

function titleOf(front: Block[]): string | null {
  const texts = front.map((block) => block.text);
  const quoted = texts.findIndex((text) => insideQuotes(text) !== null || leavesQuoteOpen(text));
  const heading = front.findIndex((block) => block.heading > 0 && !isFrontLine(block.text));
  if (heading >= 0) return unquoted(texts[heading] ?? "");
  if (quoted >= 0) {
    const open = texts[quoted] ?? "";
    if (!leavesQuoteOpen(open)) return unquoted(open);
    // A title in quote marks that runs over several lines.
    const rest = texts.slice(quoted + 1, quoted + 4);
    const close = rest.findIndex((text) => /["”»]$/u.test(text));
    return unquoted([open, ...rest.slice(0, close + 1)].join(" "));
  }
  const line = texts.findIndex(
    (text) => !isFrontLine(text) && /\p{L}/u.test(text) && !SYMBOL.test(text) && !STAMP.test(text),
  );
  if (line < 0) return texts[0] ?? null;
  const first = texts[line] ?? "";
  const second = texts[line + 1];
  return /:$/u.test(first) && second && !isFrontLine(second) ? `${first} ${second}` : first;
}

function unquoted(text: string): string {
  return (insideQuotes(text) ?? text.replace(/^["“«]\s*/u, "").replace(/\s*["”»]$/u, "")).trim();
}

function fallbackTitle(body: Block[], fileName: string): string {
  const first = body.find((block) => block.heading > 0)?.text;
  return (
    first ??
    (fileName
      .replace(/\.[^.]*$/u, "")
      .replace(/[-_]+/gu, " ")
      .trim() ||
      "Untitled")
  );
}

function eventOf(front: Block[], opening: string | null): string | null {
  for (const { text } of front) {
    const of = EVENT_LINE.test(text)
      ? text.replace(EVENT_LINE, "")
      : /^(?:report|outcome document|concept note) of (?:the )?(.+)$/iu.exec(text)?.[1];
    if (of) return withoutDate(of);
  }
  const named =
    opening &&
    /(?:participants|participantes)\s+(?:of|in|at|de|du|en|à|a la|al|del)\s+(?:the\s+)?([^,:]+)/iu.exec(opening)?.[1];
  return named ? withoutDate(named.replace(/^(?:les?|la|l[’']|el|los|las)\s?/iu, "")) : null;
}

/** The name of a conference stands above the quoted title of a document that prepares it. */
function linesBeforeTitle(front: Block[]): string | null {
  const quoted = front.findIndex((block) => insideQuotes(block.text) !== null || leavesQuoteOpen(block.text));
  const lines = front.slice(0, Math.max(0, quoted)).map((block) => block.text);
  return lines.length > 0 && !lines.some(isFrontLine) ? lines.join(" – ") : null;
}

function withoutDate(text: string): string | null {
  const event = text
    .replace(
      /[,\s]+(?:(?:from|on|du|del|le|les|los)\s+)?(?:\d{1,2}\s*(?:[-–—]|and|to|et|au|y|al|bis)\s*)?\d{1,2}\.?\s+(?:de\s+)?\p{L}+\s+(?:de\s+)?\d{4}\.?$/u,
      "",
    )
    .replace(/[.,:]$/u, "")
    .replace(/^the\s/u, "")
    .trim();
  return event === "" ? null : event;
}
