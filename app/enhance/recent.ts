// Recent searches stay on this device: they are in its local storage and go nowhere from there.

const place = "polylogue.recent";
const most = 8;

/** The latest first; null when they are not wanted, undefined when the browser refuses to keep anything. */
export function recentSearches(): string[] | null | undefined {
  try {
    const kept = parsed(localStorage.getItem(place) ?? "[]");
    return Array.isArray(kept) ? kept.filter((text) => typeof text === "string") : null;
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

function write(texts: string[] | null): void {
  try {
    localStorage.setItem(place, JSON.stringify(texts));
  } catch {
    // Full, or not allowed: nothing is kept then.
  }
}

export function rememberSearch(text: string): void {
  const known = recentSearches();
  const words = text.trim();
  if (known && words !== "") write([words, ...known.filter((other) => other !== words)].slice(0, most));
}

export const forgetSearch = (text: string): void => write((recentSearches() ?? []).filter((other) => other !== text));

/** Keeps searches from now on, or forgets those that were kept and keeps no more. */
export const keepSearches = (kept: boolean): void => write(kept ? [] : null);
