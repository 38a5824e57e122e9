import type { APIRequestContext, Page } from "playwright/test";
import { examine } from "./examine-page";

/** Gives each of `paths` to `handle` with one of `workers` that is free. */
export async function eachOf<Worker>(
  paths: string[],
  workers: Worker[],
  handle: (path: string, worker: Worker) => Promise<void>,
): Promise<void> {
  const waiting = [...paths];
  const work = async (worker: Worker) => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await handle(path, worker);
  };
  await Promise.all(workers.map(work));
}

/** Reads paths in a language, four at a time; `html` is null where the answer is no page. */
export function readAll(
  request: APIRequestContext,
  paths: string[],
  language: string,
  handle: (path: string, status: number, html: string | null) => Promise<void>,
): Promise<void> {
  return eachOf(paths, [1, 2, 3, 4], async (path) => {
    const answer = await request.get(path, { headers: { "accept-language": language } });
    const isPage = answer.headers()["content-type"]?.startsWith("text/html");
    await handle(path, answer.status(), isPage ? await answer.text() : null);
  });
}

/**
 * Follows every link from the home page to this site's pages and files, but for some that have no end or say nothing new:
 * - Searches, and the cells of the map of coverage, lead to searches in as many ways as filters can be combined. There, a link is followed
 *   when it has a parameter that none before had: each facet, each way to sort, the next page, once. What other pages link to,
 *   each tag, theme and city for example, is followed without exception.
 * - Of the discussions about entries, one of each kind.
 * - Links to another language lead to all pages again; tests of their own read those.
 * @returns what is wrong, the pages found, and how many files.
 */
export async function followLinks(page: Page, request: APIRequestContext, origin: string) {
  const wrong: string[] = [];
  const pages: string[] = [];
  let files = 0;
  const seen = new Set(["/"]);
  const parametersSeen = new Map<string, Set<string>>();
  const seenParameters = (pathname: string) => {
    const names = parametersSeen.get(pathname) ?? new Set();
    parametersSeen.set(pathname, names);
    return names;
  };

  const isNew = (link: string, from: string) => {
    const { pathname, searchParams } = new URL(link, origin);
    if (seen.has(link) || searchParams.has("lang")) return false;
    // Keeping a search and following its theme need an account: whoever has none is led to the sign-in page, for every search anew.
    if (pathname === "/searches/new" || pathname === "/following") return false;
    // Where nobody has written yet, discussions say the same of every entry: one of each kind is followed.
    if (pathname.endsWith("/discussion")) {
      const kind = `${pathname.split("/")[1]} discussion`;
      const first = seenParameters(kind).size === 0;
      seenParameters(kind).add(pathname);
      return first;
    }
    const endless = ["/search", "/coverage"];
    if (!endless.includes(pathname) || !endless.some((path) => from.startsWith(path))) return true;
    const added = [...searchParams.keys()].filter((name) => !seenParameters(pathname).has(name));
    for (const name of added) seenParameters(pathname).add(name);
    return added.length > 0;
  };

  for (let next = ["/"]; next.length > 0; ) {
    const found: string[] = [];
    await readAll(request, next, "en", async (path, status, html) => {
      if (status >= 400) wrong.push(`${path}: ${status}`);
      if (html === null) {
        files += 1;
        return;
      }
      pages.push(path);
      const facts = await examine(page, html, `${origin}${path}`);
      wrong.push(...facts.wrong.map((problem) => `${path}: ${problem}`));
      for (const link of facts.links) {
        if (!isNew(link, path)) continue;
        seen.add(link);
        found.push(link);
      }
    });
    next = found;
  }
  return { wrong, pages, files, parameters: [...seenParameters("/search")] };
}
