// Marks of Markdown that carry no words: emphasis, links, escapes.

const STARS = /(?<!\\)(\*{1,3})(?=[^\s*])((?:[^*]|(?<=\\)\*)+?)(?<=[^\s])\1/gu;
const UNDERSCORES = /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]+?)(?<=[^\s])\1(?![\p{L}\p{N}_])/gu;
const LINK = /!?\[([^[\]]*)\]\(([^()\s]*)(?:\s+"[^"]*")?\)/gu;

/** The words without emphasis marks; a lone asterisk or underscore is text and stays. */
export function withoutEmphasis(text: string): string {
  if (!text.includes("*") && !text.includes("_")) return text;
  let before: string;
  let after = text;
  // Nested emphasis (`**3) *City***`) comes off from the inside.
  do {
    before = after;
    after = before.replace(STARS, "$2").replace(UNDERSCORES, "$2");
  } while (after !== before);
  return after;
}

/** Links become their words; a real address stays, in brackets. */
export function withoutLinks(text: string): string {
  return text.replace(LINK, (_, words: string, address: string) =>
    address === "" || address.startsWith("#") || address === words ? words : `${words} (${address})`,
  );
}

/** The words without any mark, white space folded. */
export function plain(text: string): string {
  return withoutEmphasis(withoutLinks(text))
    .replace(/\\([\\`*_{}[\]()#+\-.!<>|~])/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The emphasised words that a paragraph opens with, or null: `*Recalling also* the …` → `Recalling also`. */
export function emphasisedOpening(raw: string): string | null {
  const match = /^(\*{1,3}|_{1,3})(?=\S)([^*_]{2,60}?)\1(?=[\s,;:]|$)/u.exec(raw.trim());
  return match?.[2]?.trim() ?? null;
}

/** Whether the whole text is emphasised: `**Kate Gilmore, OHCHR**`. */
export function isEmphasised(raw: string): boolean {
  return /^(\*{1,3}|_{1,3})(?=\S)[^*]+\1$/u.test(raw.trim());
}

const QUOTES: [open: string, close: string][] = [
  ["«", "»"],
  ["“", "”"],
  ["„", "“"],
  ["‹", "›"],
  ['"', '"'],
];

/** The words inside, when one pair of quote marks holds the whole text; else null. */
export function insideQuotes(text: string): string | null {
  for (const [open, close] of QUOTES) {
    if (!text.startsWith(open) || text.length < 3) continue;
    const body = text.slice(1);
    const end = /^(.*?)[.,]?$/su.exec(body)?.[1] ?? body;
    if (!end.endsWith(close)) continue;
    const inside = end.slice(0, -1);
    // “A” and “B” is a sentence about two quotations, not one quotation.
    if (inside.includes(close) && (open === close || firstCloseBeforeOpen(inside, open, close))) continue;
    return inside.trim();
  }
  return null;
}

function firstCloseBeforeOpen(inside: string, open: string, close: string): boolean {
  let depth = 1;
  for (const letter of inside) {
    if (letter === open) depth += 1;
    else if (letter === close) depth -= 1;
    if (depth === 0) return true;
  }
  return false;
}

/** Whether the text opens a quotation that it does not close. */
export function leavesQuoteOpen(text: string): boolean {
  if (text.startsWith("«")) return !text.includes("»");
  if (text.startsWith("“")) return !text.includes("”");
  if (text.startsWith('"')) return !text.slice(1).includes('"');
  return false;
}
