import type { SearchQuery } from "../port";

/** `2023-02` → 20230200: sorts dates of any exactness; 0 for none. */
export function dateNumber(date: string | null): number {
  const [, year = "0", month = "0", day = "0"] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? "") ?? [];
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
}

/**
 * The first and the last date number within the dates that a query asks for; null when it asks for none. An entry of 2019 counts
 * as one of the first day of that year.
 */
export function dateBounds(dates: SearchQuery["dates"]): { first: number; last: number } | null {
  const from = dateNumber(dates?.from ?? null);
  const to = dateNumber(dates?.to ?? null);
  if (from === 0 && to === 0) return null;
  return { first: from === 0 ? 1 : asEarly(from), last: to === 0 ? 99_999_999 : asLate(to) };
}

/** The first of a month and the month without a day are one. */
function asEarly(date: number): number {
  const day = date % 100;
  const month = Math.floor(date / 100) % 100;
  if (day > 1) return date;
  return month > 1 ? date - day : date - day - month * 100;
}

/** A month without a day reaches to its last one. */
function asLate(date: number): number {
  if (date % 10_000 === 0) return date + 9999;
  return date % 100 === 0 ? date + 99 : date;
}
