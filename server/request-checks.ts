import type { Request, RequestHandler } from "express";
import { Refusal } from "./problem";
import { isHost } from "./request-host";

/** POST comes through to the pages, which say themselves that they take none. */
export const allowed = "GET, HEAD, OPTIONS";
const known = new Set(["PUT", "PATCH", "DELETE", "TRACE", "CONNECT"]);
const longestTarget = 8000;

/** Refuses what no page or interface here understands, before anything reads it. */
export const checkRequest: RequestHandler = (req, res, next) => {
  checkMethod(req);
  checkTarget(req.originalUrl);
  checkHost(req.headers.host);
  checkHeaders(req.headers);
  if (req.method === "OPTIONS") {
    res.setHeader("Allow", allowed);
    if (req.originalUrl.startsWith("/api/")) {
      res.setHeader("Access-Control-Allow-Methods", allowed);
      res.setHeader("Access-Control-Max-Age", "86400");
    }
    res.status(204).end();
    return;
  }
  next();
};

/** Where programs change what their owner writes. */
const takesPatch = /^\/api\/v1\/contributions\/[^/?]+(\?|$)/;

function checkMethod({ method, originalUrl }: Request): void {
  if (["GET", "HEAD", "POST", "OPTIONS"].includes(method)) return;
  if (method === "PATCH" && takesPatch.test(originalUrl)) return;
  if (known.has(method)) throw new Refusal(405, `${method} is not allowed here.`, { Allow: allowed });
  throw new Refusal(501, "This method is not known here.", { Allow: allowed });
}

function checkTarget(target: string): void {
  if (target.length > longestTarget) throw new Refusal(414, "The address is too long.");
  // `//host` and `/\host` would lead a redirect to another site.
  if (!/^\/(?![/\\])/.test(target)) throw new Refusal(400, "The address must be a path that begins with one slash.");
  const [path = "", query = ""] = target.split(/\?(.*)/s, 2);
  const decoded = decode(path);
  if (decoded === null) throw new Refusal(400, "The address is not valid: its percent-encoding is broken.");
  if (hasControl(decoded) || /%00/.test(query) || hasControl(query)) {
    throw new Refusal(400, "The address is not valid: it holds control characters.");
  }
  // Remix would take it for a call of its own, fail, and fill the log.
  if (new URLSearchParams(query).has("_data")) throw new Refusal(400, "The parameter _data is not known here.");
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

function checkHost(host: string | undefined): void {
  if (!host || !isHost(host)) throw new Refusal(400, "The Host header is not valid.");
}

function checkHeaders(headers: Record<string, string | string[] | undefined>): void {
  for (const value of Object.values(headers)) {
    const text = Array.isArray(value) ? value.join() : (value ?? "");
    if (text.includes("\0")) throw new Refusal(400, "A header is not valid.");
  }
}

/** The headers with which a proxy speaks of its client: without a proxy that is trusted, anyone can write them. */
export const dropForwarded: RequestHandler = (req, _res, next) => {
  for (const name of Object.keys(req.headers)) {
    if (name === "forwarded" || name.startsWith("x-forwarded-")) delete req.headers[name];
  }
  next();
};
