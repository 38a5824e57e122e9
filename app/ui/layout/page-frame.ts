import { createContext } from "react";

/** What the page's frame needs from the server: the nonce of this answer and the address of the browser's entry script. */
export const PageFrame = createContext<{ nonce: string; entryModule: string } | null>(null);

/**
 * A page that needs React in the browser says `handle = { hydrate: true }` in its route; all others are plain HTML with the
 * scripts of app/enhance. In development every page hydrates, so that changes show without a reload.
 */
export const hydrates = (routes: { handle?: unknown }[]): boolean =>
  import.meta.env.DEV ||
  routes.some(({ handle }) => typeof handle === "object" && handle !== null && "hydrate" in handle);

/**
 * Pages that say `handle = { sameForAll: true }` are remembered by the server: their loaders read nothing but the address, the language and
 * what is public, and do nothing else.
 */
export const isSameForAll = (routes: { handle?: unknown }[]): boolean => {
  const handle = routes.at(-1)?.handle;
  return typeof handle === "object" && handle !== null && "sameForAll" in handle;
};
