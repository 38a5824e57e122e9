/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
}

/** The text with one edit in one of its longer words: a letter left out, doubled, changed, or two neighbours swapped. */
export function withTypo(text: string, random: () => number): string {
  const words = [...text.matchAll(/\p{L}{4,}/gu)];
  if (words.length === 0) return text;
  const word = pick(random, words);
  const letters = [...word[0]];
  const at = 1 + Math.floor(random() * (letters.length - 2));
  const kind = Math.floor(random() * 4);
  if (kind === 0) letters.splice(at, 1);
  if (kind === 1) letters.splice(at, 0, letters[at] ?? "e");
  if (kind === 2) letters[at] = pick(random, [..."abcdefghijklmnopqrstuvwxyz"]);
  if (kind === 3) [letters[at], letters[at + 1]] = [letters[at + 1] ?? "", letters[at] ?? ""];
  return text.slice(0, word.index) + letters.join("") + text.slice(word.index + word[0].length);
}
