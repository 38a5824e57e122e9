import { guessableWords, keyboardRows } from "./guessable-words";

/**
 * Whether a password is among the common ones. Long ones of lists that leaked are nearly all put together in a few ways, so the list is
 * kept as what they are put together of: a common word or two (or what is known of the person), years and numbers, runs on the keyboard
 * and in the alphabet, the same thing again and again.
 */
export function isGuessablePassword(password: string, own: string[] = []): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  const words = [...guessableWords, ...own.flatMap(ownWords)];
  return [plain, withoutLeet(plain)].some((text) => isRepeated(text) || isPutTogether(text, words));
}

const ownWords = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);

const leet: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** `p@ssw0rd` reads as `password`; digits at the end are numbers, and stay. */
function withoutLeet(text: string): string {
  const end = /[\d\W_]*$/.exec(text)?.index ?? text.length;
  return text.slice(0, end).replace(/[013457@$!]/g, (sign) => leet[sign] ?? sign) + text.slice(end);
}

/** A piece of at most six characters, again and again. */
function isRepeated(text: string): boolean {
  for (let length = 1; length <= 6; length++) {
    if (
      text ===
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .slice(0, text.length)
    )
      return true;
  }
  return false;
}

/** Whether it falls into at most two different words and five other pieces. */
function isPutTogether(text: string, words: string[]): boolean {
  const seen = new Set<string>();
  const fits = (start: number, wordsLeft: number, othersLeft: number, last: string): boolean => {
    if (start === text.length) return true;
    const state = `${start} ${wordsLeft} ${othersLeft} ${last}`;
    if (seen.has(state)) return false;
    seen.add(state);
    for (const word of words) {
      if (!text.startsWith(word, start)) continue;
      const again = word === last;
      if ((again || wordsLeft > 0) && fits(start + word.length, again ? wordsLeft : wordsLeft - 1, othersLeft, word))
        return true;
    }
    return (
      othersLeft > 0 && othersAt(text, start).some((length) => fits(start + length, wordsLeft, othersLeft - 1, last))
    );
  };
  return fits(0, 2, 5, "");
}

/** The lengths of the numbers, runs and signs that begin there. */
function othersAt(text: string, start: number): number[] {
  const rest = text.slice(start);
  const lengths: number[] = [];
  const digits = /^\d+/.exec(rest)?.[0].length ?? 0;
  if (digits > 0 && digits <= 8) lengths.push(digits);
  const signs = /^[\p{P}\p{S}\s]+/u.exec(rest)?.[0].length ?? 0;
  if (signs > 0 && signs <= 4) lengths.push(signs);
  const same = /^(.)\1+/.exec(rest)?.[0].length ?? 0;
  if (same >= 3) lengths.push(same);
  const run = runLength(rest);
  if (run >= 3) lengths.push(run);
  return lengths;
}

/** How many characters follow each other in the alphabet, among the digits or on a keyboard, there or back. */
function runLength(text: string): number {
  let longest = 0;
  for (const row of keyboardRows) {
    for (const line of [row, [...row].reverse().join("")]) {
      const from = line.indexOf(text[0] ?? "");
      if (from < 0) continue;
      let length = 0;
      // A row begins again at its end: 123456789012.
      while (length < text.length && line[(from + length) % line.length] === text[length]) length += 1;
      longest = Math.max(longest, length);
    }
  }
  return longest;
}
