import { eachWord, endsInWord } from "../analysis/words";

/** What was typed, taken apart; nothing looked up yet. */
export interface ParsedQuery {
  /** Words outside quotes, as typed, in order. */
  words: string[];
  /** Each a sequence of words that must stand together. */
  phrases: string[][];
  excludedWords: string[];
  excludedPhrases: string[][];
  /** Whether the last of `words` may still be growing: it then stands for every word that it begins. */
  open: boolean;
}

/** More than anyone types; keeps a pasted page from costing a second. */
const longest = 10_000;
/** With more words outside quotes it is a sentence that quotes something, no search for a phrase: all of it is read as words. */
const mostBesidesPhrase = 6;
const quotes = new Set(['"', "“", "”", "„", "«", "»"]);
const minuses = new Set(["-", "−"]);

function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => words.push(word));
  return words;
}

/** Reads a query: words, "quoted phrases", -excluded, -"excluded phrase". Takes any string, throws never. */
export function parseQuery(text: string): ParsedQuery {
  const parsed: ParsedQuery = { words: [], phrases: [], excludedWords: [], excludedPhrases: [], open: false };
  const clean = text.slice(0, longest);
  let lastIsWord = false;
  let at = 0;
  while (at < clean.length) {
    if (isSpace(clean[at])) {
      at += 1;
      continue;
    }
    const minus = minuses.has(clean[at] ?? "") && isSpace(clean[at - 1]) && !isSpace(clean[at + 1]);
    if (minus) at += 1;
    const { end, next, quoted } = readPiece(clean, at);
    const words = wordsOf(clean.slice(quoted ? at + 1 : at, end));
    at = next;
    if (words.length === 0) continue;
    lastIsWord = !minus && !quoted;
    if (minus && words.length === 1) parsed.excludedWords.push(...words);
    else if (minus) parsed.excludedPhrases.push(words);
    else if (quoted) parsed.phrases.push(words);
    else parsed.words.push(...words);
  }
  if (parsed.phrases.length > 0 && parsed.words.length > mostBesidesPhrase) {
    return parseQuery([...clean].map((character) => (quotes.has(character) ? " " : character)).join(""));
  }
  parsed.open = lastIsWord && endsInWord(clean);
  return parsed;
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

/** A quoted part up to its closing quote, or a run up to the next space or quote. A quote that is never closed is a space. */
function readPiece(text: string, start: number): { end: number; next: number; quoted: boolean } {
  const first = text[start] ?? "";
  if (quotes.has(first)) {
    let end = start + 1;
    while (end < text.length && !quotes.has(text[end] ?? "")) end += 1;
    if (end < text.length) return { end, next: end + 1, quoted: true };
    return { end: start, next: start + 1, quoted: false };
  }
  let end = start + 1;
  while (end < text.length && !quotes.has(text[end] ?? "") && !isSpace(text[end])) end += 1;
  return { end, next: end, quoted: false };
}
