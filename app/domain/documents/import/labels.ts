// Labels of list items, recitals and headings: what they can mean, and which of them follow each other.

import { isDateLine } from "./dates";

export interface Label {
  /** As printed, without punctuation. */
  text: string;
  /** The punctuation around it: labels of one list share it. */
  wrap: string;
  /** How many letters of the block it takes, with the white space behind it. */
  length: number;
  /** All that it can mean: `i` is the ninth letter and the first Roman number. */
  readings: Reading[];
}
export interface Reading {
  type: "letter" | "pair" | "roman" | "number" | "dotted" | "PP" | "OP" | "R";
  upper: boolean;
  value: number;
}

const TOKEN = "[a-zñ]{1,3}|[A-ZÑ]{1,3}|[ivxlc]{1,7}|[IVXLC]{1,7}|\\d{1,3}";
const PATTERNS: [wrap: string, pattern: RegExp][] = [
  ["PP", /^[[(]?((?:PP|OP|pp|op)\s?\d{1,3}(?:\s?(?:bis|ter|quater))?)[.):\]]{0,2}(?:\s+|$)/u],
  ["R", /^(R(?:ec|EC)?(?:\.\s?|[\s-])?\d{1,3})(?:[.):]{1,2}-?|\s[-–—])?(?:\s+|$)/u],
  ["dotted", /^(\d{1,2}(?:\.\d{1,3}){1,4})[.)]?(?:\s+|$)/u],
  ["()", new RegExp(`^\\((${TOKEN})\\)[.:]?(?:\\s+|$)`, "u")],
  [")", new RegExp(`^(${TOKEN})\\)(?:\\s+|$)`, "u")],
  [".", new RegExp(`^(${TOKEN})\\.-?(?:\\s+|$)`, "u")],
  [".", /^(\d{1,3})\.(?=\p{L})/u],
  ["°", /^(\d{1,3}\s?[°º])(?:\.-|[.)-])?(?:\s+|$)/u],
  ["§", /^(§\s?\d{1,3}\s?[°º]?)[.)]?(?:\s+|$)/u],
  ["/", /^(\d{1,2}|[a-z])\/\s+/u],
  ["–", /^(\d{1,2}|[IVX]{1,6})(?:\s[-–—]|[–—])\s+(?=\p{L})/u],
];

/** `Primero.`, `SEGUNDO.-`: Spanish and French declarations count in words. */
const ORDINALS = [
  ["primero", "primera", "premièrement", "primeiro", "primeira"],
  ["segundo", "segunda", "deuxièmement"],
  ["tercero", "tercera", "troisièmement", "terceiro", "terceira"],
  ["cuarto", "cuarta", "quatrièmement", "quarto", "quarta"],
  ["quinto", "quinta", "cinquièmement"],
  ["sexto", "sexta", "sixièmement"],
  ["séptimo", "séptima", "septièmement", "sétimo", "sétima"],
  ["octavo", "octava", "huitièmement", "oitavo", "oitava"],
  ["noveno", "novena", "neuvièmement", "nono", "nona"],
  ["décimo", "décima", "dixièmement"],
];
const ORDINAL = new RegExp(`^(${ORDINALS.flat().join("|")})(?:\\.-?|:|\\s[-–—])\\s+(?=\\S)`, "iu");

/** The label that a text begins with, if it looks like one; whether it is one, its neighbours tell. */
export function labelOf(text: string): Label | null {
  const ordinal = ORDINAL.exec(text);
  if (ordinal?.[1]) {
    const value = ORDINALS.findIndex((words) => words.includes(ordinal[1]?.toLowerCase() ?? "")) + 1;
    const reading: Reading = { type: "number", upper: true, value };
    return { text: ordinal[1], wrap: "ordinal", length: ordinal[0].length, readings: [reading] };
  }
  for (const [wrap, pattern] of PATTERNS) {
    const match = pattern.exec(text);
    const token = match?.[1];
    if (!match || !token) continue;
    return {
      text: token.replace(/\s+/gu, wrap === "R" || wrap === "§" ? " " : ""),
      wrap,
      length: match[0].length,
      readings: readingsOf(token),
    };
  }
  return null;
}

/** `1 Introduction`: only headings are numbered like this. */
export function spacedLabelOf(text: string): Label | null {
  const match = /^(\d{1,2})\s+(?=\p{Lu}\p{Ll}[^.;:!?,]{0,80}$)/u.exec(text);
  if (!match?.[1] || isDateLine(text)) return null;
  return { text: match[1], wrap: " ", length: match[0].length, readings: readingsOf(match[1]) };
}

function readingsOf(token: string): Reading[] {
  const marked = /^(PP|OP)\s?(\d+)\s?(bis|ter|quater)?/iu.exec(token);
  if (marked) {
    // PP2bis stands between PP2 and PP3.
    const inserted = ["bis", "ter", "quater"].indexOf(marked[3]?.toLowerCase() ?? "") + 1;
    return [{ type: marked[1]?.toUpperCase() as "PP" | "OP", upper: true, value: Number(marked[2]) + inserted / 4 }];
  }
  const recommended = /^R\D*(\d+)$/iu.exec(token);
  if (recommended) return [{ type: "R", upper: true, value: Number(recommended[1]) }];
  const figures = /^(?:§\s?)?(\d+)(?:\s?[°º])?$/u.exec(token);
  if (figures) return [{ type: "number", upper: false, value: Number(figures[1]) }];
  if (token.includes(".")) {
    const value = token.split(".").reduce((sum, part) => sum * 1000 + Number(part), 0);
    return [{ type: "dotted", upper: false, value }];
  }
  const upper = token === token.toUpperCase();
  const small = token.toLowerCase();
  const readings: Reading[] = [];
  const letters = [...small].map(letterValue);
  const [first = 0, second = 0] = letters;
  if (letters.length === 1) readings.push({ type: "letter", upper, value: first });
  // `aa, bb, cc` and `aa, ab, ac` both follow z.
  if (letters.length > 1 && new Set(letters).size === 1) {
    readings.push({ type: "pair", upper, value: 26 * (letters.length - 1) + first });
  }
  if (letters.length === 2) readings.push({ type: "letter", upper, value: 26 * first + second });
  const roman = romanValue(small);
  if (roman !== null) readings.push({ type: "roman", upper, value: roman });
  return readings;
}

function letterValue(letter: string): number {
  // The Spanish ñ stands between n and o.
  return letter === "ñ" ? 14.5 : letter.charCodeAt(0) - 96;
}

/** The value of a Roman number in small letters, or null. */
export function romanValue(token: string): number | null {
  if (!/^(?=.)(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/u.test(token)) return null;
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  return [...token].reduce((sum, letter, at) => {
    const value = values[letter] ?? 0;
    return value < (values[token[at + 1] ?? ""] ?? 0) ? sum - value : sum + value;
  }, 0);
}

/** The reading of `next` that follows `last` (of the same list) at once, or null. */
export function successor(last: Reading, lastWrap: string, next: Label): Reading | null {
  if (next.wrap !== lastWrap) return null;
  return next.readings.find((reading) => sameSeries(last, reading) && follows(last, reading)) ?? null;
}

/** The reading of `next` that comes later in the series of `last`, or repeats it: a gap or a slip of the original. */
export function laterInSeries(last: Reading, lastWrap: string, next: Label): Reading | null {
  if (next.wrap !== lastWrap) return null;
  const near = (r: Reading) => r.value >= last.value && r.value - last.value <= (r.type === "dotted" ? 1000 : 3);
  return next.readings.find((reading) => sameSeries(last, reading) && near(reading)) ?? null;
}

function sameSeries(last: Reading, next: Reading): boolean {
  if (last.upper !== next.upper) return false;
  if (last.type === next.type) return true;
  return (last.type === "letter" || last.type === "pair") && (next.type === "letter" || next.type === "pair");
}

function follows(last: Reading, next: Reading): boolean {
  if (next.type !== "dotted") {
    // bb follows aa, and ab follows aa; but bb does not follow ab.
    if (last.type === "letter" && next.type === "pair" && last.value > 27) return false;
    return next.value > last.value && next.value - last.value <= 1;
  }
  const [before, after] = [parts(last.value), parts(next.value)];
  const at = after.findIndex((part, index) => part !== before[index]);
  if (at < 0) return false;
  const raised = at < before.length ? after[at] === (before[at] ?? 0) + 1 : after[at] === 1;
  return raised && after.slice(at + 1).every((part) => part === 1);
}

function parts(value: number): number[] {
  const result: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 1000)) result.unshift(rest % 1000);
  return result;
}

/** The reading with which a list can begin (a, A, i, I, 1, 1.1, PP1), or null. Letters win over Roman numbers. */
export function firstReading(label: Label): Reading | null {
  return (
    label.readings.find((r) =>
      r.type === "dotted"
        ? parts(r.value)
            .slice(1)
            .every((p) => p === 1)
        : r.value === 1,
    ) ?? null
  );
}
