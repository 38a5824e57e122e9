const ascii = /^[ -~]*$/;
/** Accents of Latin, Greek and Cyrillic letters, Hebrew points, Arabic vowel signs and the stretching sign, dots of Hindi, joiners. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670\u0640\u093c\u200c\u200d]/g;
/** Letters that are one sound with an accent to readers, but that Unicode does not take apart. */
const letters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ى: "ي",
  // Persian and Urdu keyboards.
  ک: "ك",
  ی: "ي",
  // The two signs of a nasal vowel are used alike in Hindi.
  "\u0901": "\u0902",
};
const special = new RegExp(`[${Object.keys(letters).join("")}]`, "g");

/** Takes case and accents from a word, so that `Cité`, `CITE` and `cite` are one. Marks that carry meaning (Thai vowels) stay. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (ascii.test(lower)) return lower;
  // NFC at the end puts Korean syllables and voiced kana together again.
  return lower
    .normalize("NFKD")
    .replace(marks, "")
    .normalize("NFC")
    .replace(special, (letter) => letters[letter] ?? letter);
}
