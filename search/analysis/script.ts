export type Script =
  | "latin"
  | "cyrillic"
  | "arabic"
  | "greek"
  | "armenian"
  | "tamil"
  | "devanagari"
  | "hangul"
  | "unspaced"
  | "other";

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const tests: [Script, RegExp][] = [
  ["latin", /\p{Script=Latin}/u],
  ["cyrillic", /\p{Script=Cyrillic}/u],
  ["arabic", /\p{Script=Arabic}/u],
  ["greek", /\p{Script=Greek}/u],
  ["armenian", /\p{Script=Armenian}/u],
  ["tamil", /\p{Script=Tamil}/u],
  ["devanagari", /\p{Script=Devanagari}/u],
  ["hangul", /\p{Script=Hangul}/u],
  ["unspaced", unspaced],
];

/** The script of a word, by the first test that any of its letters passes. `unspaced`: written without spaces between words. */
export function scriptOf(word: string): Script {
  if (/[a-z]/i.test(word)) return "latin";
  return tests.find(([, test]) => test.test(word))?.[0] ?? "other";
}

export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

const languageScripts: Record<string, Script> = {
  ru: "cyrillic",
  ar: "arabic",
  hy: "armenian",
  ta: "tamil",
  el: "greek",
  hi: "devanagari",
  ko: "hangul",
  ja: "unspaced",
  th: "unspaced",
  zh: "unspaced",
};

/** The script that a stemmer's language is written in. */
export function scriptOfLanguage(language: string): Script {
  return languageScripts[language] ?? "latin";
}

/** `pt-BR` → `pt`. */
export function baseLanguage(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? "";
}
