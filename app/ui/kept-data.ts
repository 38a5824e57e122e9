/** A loader's data that stays on the server. */
export type Kept<T> = T | (() => T);

/**
 * Keeps large data of a page that is read out of what Remix encodes for the browser, value by value, where nothing would
 * read it: a function is no data. In development every page hydrates, so there the data is sent.
 */
export const keep = <T extends object>(data: T): Kept<T> => (import.meta.env.DEV ? data : () => data);

export const keptData = <T extends object>(kept: Kept<T>): T => (typeof kept === "function" ? kept() : kept);
