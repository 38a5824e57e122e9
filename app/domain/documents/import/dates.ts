// Dates as documents print them, in five languages, as ISO 8601 and as exact as they are known.

const MONTHS: Record<string, number> = {};
for (const [index, names] of [
  "january janvier enero janeiro januar jan",
  "february février fevrier febrero fevereiro februar feb",
  "march mars marzo março märz",
  "april avril abril apr",
  "may mai mayo maio",
  "june juin junio junho juni",
  "july juillet julio julho juli",
  "august août aout agosto aug",
  "september septembre septiembre setiembre setembro sept sep",
  "october octobre octubre outubro oktober oct",
  "november novembre noviembre novembro nov",
  "december décembre decembre diciembre dezembro dezember dec",
].entries()) {
  for (const name of names.split(" ")) MONTHS[name] = index + 1;
}
const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const OF = "(?:\\s+(?:días\\s+del\\s+mes\\s+de|dias\\s+do\\s+mês\\s+de|de|of|d[’'])\\s*|\\.?\\s+|\\s+)";
const DAY_MONTH_YEAR = new RegExp(
  `(?<!\\d)(?:(\\d{1,2})(?:er|st|nd|rd|th|\\.?º)?\\.?(?:\\s+(?:de\\s+|of\\s+)?(?:${MONTH}))?\\s*(?:[-–—]|to|and|au|et|al|y|bis)\\s*)?(\\d{1,2})(?:er|st|nd|rd|th|\\.?º)?${OF}(${MONTH})\\.?,?(?:\\s+(?:de|del|of))?\\s+(\\d{4})(?!\\d)`,
  "giu",
);
const MONTH_DAY_YEAR = new RegExp(
  `(?<!\\p{L})(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*[-–—]\\s*(\\d{1,2}))?,?\\s+(\\d{4})(?!\\d)`,
  "giu",
);
const MONTH_YEAR = new RegExp(`(?<!\\p{L})(${MONTH})\\.?,?(?:\\s+(?:de|del|of))?\\s+(\\d{4})(?!\\d)`, "giu");
const ISO = /(?<!\d)((?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)/gu;
// 24/05/2022: the day first, unless that cannot be.
const IN_FIGURES = /(?<![\d/.-])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d{2})(?![\d/.-]*\d)/gu;
const YEAR = /(?<![\d/.-])((?:19|20)\d{2})(?![\d/])/gu;

export interface FoundDate {
  /** `2023-02-07`, `2023-02` or `2023`. */
  date: string;
  /** 3: a single day, 2: the last day of a range, 1: a month, 0: a year. */
  exactness: number;
  /** How much of the text the date is, from 0 to 1: a line that holds nothing else wins. */
  share: number;
}

/** All dates of a line, the most exact first. A range of days counts by its last day: outcome documents are adopted then. */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  const add = (match: RegExpExecArray, exactness: number, year: string, month?: number, day?: string) => {
    if (day !== undefined && (Number(day) < 1 || Number(day) > 31)) return;
    const date = [year, month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, "0"));
    found.push({ date: date.join("-"), exactness, share: match[0].length / Math.max(1, text.length) });
  };
  for (const m of text.matchAll(ISO)) add(m, 3, m[1] ?? "");
  for (const m of text.matchAll(DAY_MONTH_YEAR))
    add(m, m[1] ? 2 : 3, m[4] ?? "", MONTHS[(m[3] ?? "").toLowerCase()], m[2]);
  for (const m of text.matchAll(MONTH_DAY_YEAR))
    add(m, m[3] ? 2 : 3, m[4] ?? "", MONTHS[(m[1] ?? "").toLowerCase()], m[3] ?? m[2]);
  for (const m of text.matchAll(IN_FIGURES)) {
    const [day, month] = Number(m[3]) > 12 ? [m[3], m[1]] : [m[1], m[3]];
    if (Number(month) >= 1 && Number(month) <= 12) add(m, 3, m[4] ?? "", Number(month), day);
  }
  if (found.length === 0)
    for (const m of text.matchAll(MONTH_YEAR)) add(m, 1, m[2] ?? "", MONTHS[(m[1] ?? "").toLowerCase()]);
  if (found.length === 0) for (const m of text.matchAll(YEAR)) add(m, 0, m[1] ?? "");
  return found.sort((a, b) => b.exactness - a.exactness);
}

/** The date of a document from its candidate lines: exactness first, then the line that is nothing but a date. */
export function bestDate(lines: string[]): string | null {
  const found = lines.flatMap(datesIn).sort((a, b) => b.exactness - a.exactness || b.share - a.share);
  return found[0]?.date ?? null;
}

/** Whether a line holds nothing but a date and perhaps a place: `Graz, 8 February 2022`, `[ 17 June 2019 ]`. */
export function isDateLine(text: string): boolean {
  return text.length <= 60 && datesIn(text).some((found) => found.exactness > 0 && found.share > 0.4);
}
