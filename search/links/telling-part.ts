import type { MarkedText } from "../port";
import type { PlacedTerm } from "./term-reader";

/** Longer sentences are cut around their words. */
const longest = 240;
/** What stands before the first word that is marked. */
const before = 60;

export interface ReadSentence {
  sentence: string;
  terms: PlacedTerm[];
}

/** Texts taken apart into sentences, with the terms of each. */
export const readSentences = (texts: readonly string[], read: (text: string) => PlacedTerm[]): ReadSentence[] =>
  texts.flatMap(sentences).map((sentence) => ({ sentence, terms: read(sentence) }));

/** The sentence that holds most of what the words are worth, with them marked. Each word counts once. */
export function telling(texts: readonly ReadSentence[], worth: ReadonlyMap<string, number>): MarkedText {
  let best: { sentence: string; places: PlacedTerm[]; value: number } | undefined;
  for (const { sentence, terms } of texts) {
    const places = terms.filter(({ term }) => worth.has(term));
    const value = [...new Set(places.map(({ term }) => term))].reduce((sum, term) => sum + (worth.get(term) ?? 0), 0);
    if (value > (best?.value ?? 0)) best = { sentence, places, value };
  }
  return best ? mark(best.sentence, best.places) : [];
}

const sentences = (text: string): string[] =>
  text
    .split(/\n{2,}|(?<=[.!?;])\s+(?=\S)/)
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter(Boolean);

function mark(sentence: string, places: PlacedTerm[]): MarkedText {
  const sorted = [...places].sort((a, b) => a.start - b.start || b.end - a.end);
  const { start, end } = cut(sentence, sorted[0]?.start ?? 0);
  const parts: MarkedText = [];
  const add = (text: string, marked: boolean) => {
    if (text) parts.push({ text, marked });
  };
  let done = start;
  if (start > 0) add("… ", false);
  for (const place of sorted) {
    if (place.end <= done || place.end > end) continue;
    const from = Math.max(place.start, done);
    add(sentence.slice(done, from), false);
    add(sentence.slice(from, place.end), true);
    done = place.end;
  }
  add(sentence.slice(done, end), false);
  if (end < sentence.length) add(" …", false);
  return parts;
}

/** Where a long sentence is cut, between words. */
function cut(sentence: string, first: number): { start: number; end: number } {
  if (sentence.length <= longest) return { start: 0, end: sentence.length };
  const start = first <= before ? 0 : sentence.indexOf(" ", first - before) + 1;
  const last = sentence.lastIndexOf(" ", start + longest);
  return { start, end: last > start ? last : Math.min(sentence.length, start + longest) };
}
