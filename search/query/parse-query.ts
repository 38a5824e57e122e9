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
/** So is what ends like a question. */
const questionMarks = new Set(["?", "？", "؟"]);
const quotes = new Set(['"', "“", "”", "„", "«", "»"]);
const minuses = new Set(["-", "−"]);
/** Behind these a hyphen stands for a part that is left out (“Rechte und -pflichten”): nobody excludes a word after “and”. */
const conjunctions = new Set("and or und oder sowie bzw en of och eller og et ou y e o ed и или και ή".split(" "));

function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => words.push(word));
  return words;
}

/**
 * Reads a query: words, "quoted phrases", -excluded, -"excluded phrase". Takes any string, throws never. A sentence has words
 * alone: its quotes and hyphens are punctuation.
 */
export function parseQuery(text: string): ParsedQuery {
  const clean = text.slice(0, longest);
  const parsed = readPieces(clean);
  const asks = parsed.words.length > 0 && questionMarks.has(clean.trimEnd().at(-1) ?? "");
  const cites = parsed.phrases.length > 0 && parsed.words.length > mostBesidesPhrase;
  return asks || cites ? parseSentence(clean) : parsed;
}

/** Reads quotes and hyphens as punctuation. */
function parseSentence(clean: string): ParsedQuery {
  const parsed: ParsedQuery = { words: [], phrases: [], excludedWords: [], excludedPhrases: [], open: false };
  return { ...parsed, words: wordsOf(clean), open: endsInWord(clean) };
}

function readPieces(clean: string): ParsedQuery {
  const parsed: ParsedQuery = { words: [], phrases: [], excludedWords: [], excludedPhrases: [], open: false };
  let lastIsWord = false;
  let at = 0;
  while (at < clean.length) {
    if (isSpace(clean[at])) {
      at += 1;
      continue;
    }
    const before: string = lastIsWord ? (parsed.words.at(-1) ?? "") : "";
    const mayExclude: boolean =
      isSpace(clean[at - 1]) && !isSpace(clean[at + 1]) && !conjunctions.has(before.toLowerCase());
    const minus: boolean = minuses.has(clean[at] ?? "") && mayExclude;
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
