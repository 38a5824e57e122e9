import type { SearchQuery } from "~search/port";

/** Longer texts are pasted, and may be anybody's. */
const longest = 100;
/** An e-mail address, or what is left of one. */
const address = /\S@\S/;
/** Seven digits or more, as in telephone, account and identity numbers, however they are parted. */
const longNumber = /\p{Nd}(?:[\s().+/-]*\p{Nd}){6}/u;

/** A search as it is counted: case and spaces do not matter. Null: it is not kept, for it is empty or may be about a person. */
export function toCountedText(typed: string): string | null {
  const text = typed.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(text) || text.length > longest) return null;
  // Wide signs, as typed in East Asia, are read as the others.
  const plain = text.normalize("NFKC");
  return address.test(plain) || longNumber.test(plain) ? null : text;
}

/** Whether a search is counted: not the next page of one, and not one narrowed by filters, which may well find nothing. */
export const isCounted = ({
  page,
  filters,
  dates,
  near,
}: Pick<SearchQuery, "page" | "filters" | "dates"> & { near?: unknown }) =>
  page === 1 && Object.keys(filters).length === 0 && dates === undefined && near === undefined;

/** Whether a page is opened: no script asks for its results while somebody still types. That tells when the words were meant. */
export const isOpened = (request: Request) => (request.headers.get("Sec-Fetch-Mode") ?? "navigate") === "navigate";

/** How long counts are kept. */
export const daysKept = 90;

/** The day that was `days` before another, as `2025-03-01`. */
export const dayBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

export interface CountedSearch {
  text: string;
  searches: number;
  withoutResult: number;
}
