import type { RequestHandler } from "express";

/**
 * Leads readers to the one address of a page: small letters, no slash at the end. Slugs and eIds are never written otherwise; built
 * files, whose names have capitals, are answered before.
 */
export const canonicalAddress: RequestHandler = (req, res, next) => {
  if (req.method !== "GET" && req.method !== "HEAD") return next();
  const [path = "", query] = req.originalUrl.split(/\?(.*)/s, 2);
  const canonical = inSmallLetters(withoutLastSlash(path));
  if (canonical === path) return next();
  // Begins with one slash only, as `path` does (request-checks.ts): it cannot lead to another site.
  res.redirect(301, query === undefined ? canonical : `${canonical}?${query}`);
};

function withoutLastSlash(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

/** Percent-encoding stays as it is: its digits mean the same in both cases. */
const inSmallLetters = (path: string) =>
  path.replace(/%[0-9a-f]{2}|[A-Z]+/gi, (part) => (part.startsWith("%") ? part : part.toLowerCase()));
