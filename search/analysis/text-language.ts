import { languageOfWords } from "./stop-words";
import { eachWord } from "./words";

/** Enough to tell the language of a text. */
const longest = 2000;
/** Scripts that one language of ours writes; Japanese before Chinese, whose signs it uses too. */
const scripts: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Cyrillic}/gu, "ru"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Devanagari}/gu, "hi"],
];

/** The language of a text of which nobody has said it: by its script, then by its function words; English where nothing tells. */
export function textLanguage(text: string): string {
  const beginning = text.slice(0, longest);
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, language] of scripts) {
    if ((beginning.match(script)?.length ?? 0) > letters / 8) return language;
  }
  const words: string[] = [];
  eachWord(beginning, (word) => words.push(word));
  return languageOfWords(words, "en") ?? "en";
}
