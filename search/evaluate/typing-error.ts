const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** The text with one edit in one of its longer words: a letter left out, doubled or changed, or two neighbours swapped. */
export function withTypingError(text: string, random: () => number): string {
  const words = [...text.matchAll(/\p{L}{4,}/gu)];
  const below = (count: number) => Math.floor(random() * count);
  const word = words[below(words.length)];
  if (!word) return text;
  const characters = [...word[0]];
  const at = 1 + below(characters.length - 2);
  const here = characters[at] ?? "";
  const edits = [
    () => characters.splice(at, 1),
    () => characters.splice(at, 0, here),
    () => characters.splice(at, 1, letters[below(letters.length)] ?? ""),
    () => characters.splice(at, 2, characters[at + 1] ?? "", here),
  ];
  edits[below(edits.length)]?.();
  return text.slice(0, word.index) + characters.join("") + text.slice(word.index + word[0].length);
}
