import type { MarkedText } from "../port";

/** A word in a text: where it begins and ends, and the mark of what it answers to. */
export interface PlacedWord {
  start: number;
  end: number;
  mark: number;
}

const wanted = 240;
/** A sentence that begins at most so far before the first match is shown from its beginning. */
const leadIn = 90;
const sentenceEnd = /[.!?…。！？]["”’»)\]]*(?=\s|$)/g;
const paragraphBreak = "\n\n";

/** The whole text, matched words marked; neighbours that both match are marked as one. */
export function markText(text: string, words: PlacedWord[], from = 0, to = text.length): MarkedText {
  const pieces: MarkedText = [];
  const add = (piece: string, marked: boolean) => {
    if (piece !== "") pieces.push({ text: piece, marked });
  };
  let at = from;
  for (const word of words) {
    if (word.mark === 0 || word.start < at || word.end > to) continue;
    add(text.slice(at, word.start), false);
    add(text.slice(word.start, word.end), true);
    at = word.end;
  }
  add(text.slice(at, to), false);
  return pieces;
}

/**
 * The passage that answers best, about 240 characters, from the beginning of a sentence where one is near. It stays within one
 * paragraph: the next one may be another field, or said by someone else.
 */
export function extractFrom(body: string, words: PlacedWord[], idf: number[]): MarkedText {
  const allMatched = words.filter((word) => word.mark > 0);
  const best = bestWindow(body, allMatched, idf);
  const start = best ? paragraphStart(body, best.start) : 0;
  const text = body.slice(start, paragraphEnd(body, start));
  const matched = allMatched.map((word) => ({ ...word, start: word.start - start, end: word.end - start }));
  const from = best ? beginning(text, best.start - start) : 0;
  const to = ending(text, from);
  const pieces = markText(text, matched, from, to);
  if (from > 0) pieces.unshift({ text: "… ", marked: false });
  if (to < text.trimEnd().length) pieces.push({ text: " …", marked: false });
  return joinUnmarked(pieces);
}

function paragraphStart(text: string, at: number): number {
  const before = text.lastIndexOf(paragraphBreak, at);
  return before < 0 ? 0 : before + paragraphBreak.length;
}

function paragraphEnd(text: string, at: number): number {
  const end = text.indexOf(paragraphBreak, at);
  return end < 0 ? text.length : end;
}

/** The matched word from which the next 240 characters hold the most: each word of the query once in full, again a little. */
function bestWindow(text: string, matched: PlacedWord[], idf: number[]): PlacedWord | undefined {
  let best: PlacedWord | undefined;
  let most = 0;
  let end = -1;
  for (const [number, first] of matched.entries()) {
    if (first.start > end) end = paragraphEnd(text, first.start);
    const seen = new Set<number>();
    let sum = 0;
    let last: PlacedWord | undefined;
    for (let i = number; i < matched.length; i++) {
      const word = matched[i] as PlacedWord;
      if (word.end > Math.min(end, first.start + wanted - 20)) break;
      const worth = idf[word.mark] ?? 0;
      sum += seen.has(word.mark) ? worth * 0.15 : worth;
      // Side by side is better than scattered.
      if (last && word.start - last.end <= 2 && last.mark !== word.mark) sum += worth * 0.3;
      seen.add(word.mark);
      last = word;
    }
    // Among equals the beginning tells best what an entry is about.
    if (first.start < wanted) sum *= 1.15;
    if (sum > most) [best, most] = [first, sum];
  }
  return best;
}

function beginning(text: string, match: number): number {
  if (match <= leadIn) return 0;
  const before = text.slice(match - leadIn, match);
  let sentence = -1;
  for (const end of before.matchAll(sentenceEnd)) sentence = end.index + end[0].length;
  const at = sentence >= 0 ? match - leadIn + sentence : match - 40;
  return wordStart(text, at);
}

/** Moves on to the beginning of a word. */
function wordStart(text: string, at: number): number {
  let start = at;
  if (/\S/.test(text[start - 1] ?? " ")) while (start < text.length && /\S/.test(text[start] ?? "")) start += 1;
  while (start < text.length && /\s/.test(text[start] ?? "")) start += 1;
  // Text without spaces is cut where it was asked for.
  return start - at > 40 ? at : start;
}

function ending(text: string, from: number): number {
  const limit = from + wanted;
  if (text.length <= limit + 30) return text.trimEnd().length;
  const passage = text.slice(from, limit + 30);
  let sentence = 0;
  for (const end of passage.matchAll(sentenceEnd)) sentence = end.index + end[0].trimEnd().length;
  if (sentence > wanted * 0.6) return from + sentence;
  const space = text.lastIndexOf(" ", limit);
  return space > from + wanted / 2 ? space : limit;
}

function joinUnmarked(pieces: MarkedText): MarkedText {
  const joined: MarkedText = [];
  for (const piece of pieces) {
    const text = piece.text.replace(/\s+/g, " ");
    const last = joined.at(-1);
    if (last && !last.marked && !piece.marked) last.text += text;
    else joined.push({ text, marked: piece.marked });
  }
  return joined;
}
