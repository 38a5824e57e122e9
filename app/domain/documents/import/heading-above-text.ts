import type { Block } from "./block";
import { joinLines } from "./blocks";
import { headingAt } from "./headings";
import { labelOf } from "./labels";
import { excerpt, type Reading, warn } from "./reading";
import { articleOf, isHeadingWord } from "./wording";

const longestTitle = 60;
const mostWords = 8;

/**
 * Takes a heading off the text that stands right below it, with no empty line between: `1.1 Background`, `Participants`. Only where the
 * first line ended before its margin, and what is taken off is a heading by itself too.
 */
export function splitHeadingAbove(reading: Reading): void {
  const { blocks, at } = reading;
  const block = blocks[at];
  if (!block || !looksHeaded(reading, block)) return;
  blocks.splice(at, 1, ...parted(block));
  if (headingAt(reading)) return;
  blocks.splice(at, 2, block);
  const [first = ""] = block.lines;
  warn(reading, block.line, `“${excerpt(first)}” may be a heading of the text right below it: read as one with it.`);
}

function looksHeaded(reading: Reading, block: Block): boolean {
  const [first = "", second = ""] = block.lines;
  if (second === "" || !block.apart || block.bullet || block.quoted || block.heading > 0) return false;
  // `Article 1 – Housing`, with its text on the next line.
  const article = articleOf(first);
  const isTitled = article !== null && article.rest !== "" && /[.:;!?]$/u.test(block.text);
  const named = isTitled || isHeadingWord(first);
  if (!named && (reading.mode !== "sections" || !block.label || !/[.!?]$/u.test(block.text))) return false;
  if (first.length > longestTitle || first.split(" ").length > mostWords || /[.,;!?]$/u.test(first)) return false;
  const title = named ? first : first.slice(block.label?.length ?? 0);
  return /^[\p{Lu}“"«¿¡]/u.test(title) && /^[\p{Lu}“"«¿¡]/u.test(second) && endsEarly(reading, first, second);
}

/** The first word of the second line would have fitted on the first. */
function endsEarly({ blocks, at }: Reading, first: string, second: string): boolean {
  const near = blocks.slice(Math.max(0, at - 10), at + 10).flatMap((block) => block.lines);
  const wide = Math.max(...near.map((line) => line.length));
  const [word = ""] = second.split(" ");
  return first.length + 1 + word.length < 0.9 * wide;
}

function parted(block: Block): [Block, Block] {
  const [first = "", ...others] = block.lines;
  const { label } = block;
  const text = joinLines(others);
  const own = labelOf(text);
  return [
    { ...block, lines: [first], text: first, rest: label ? first.slice(label.length) : first },
    {
      ...block,
      line: block.line + 1,
      lines: others,
      text,
      label: own,
      rest: own ? text.slice(own.length) : text,
      emphasised: false,
      opening: null,
      page: false,
    },
  ];
}
