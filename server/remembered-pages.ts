import type { Request, RequestHandler, Response } from "express";
import { languageOf } from "~/i18n/language";
import type { Services } from "~/services.server";
import { acceptedEncoding, type Encoding, pack } from "./encodings";
import { isUnchanged } from "./not-modified";
import { hostOf } from "./request-host";

/** An answer with 200, as it is sent to anybody. */
export interface SentPage {
  headers: [name: string, value: string][];
  body: Buffer;
  etag: string;
}

declare global {
  namespace Express {
    interface Locals {
      /** Keeps what is answered, where it may be the same for the next reader. */
      remember?: ((page: SentPage) => void) | undefined;
    }
  }
}

interface Remembered extends SentPage {
  /** The public state before the page was made. */
  state: string;
  madeAt: number;
  packed: Partial<Record<Encoding, Promise<Buffer>>>;
}

/** Pages tell what day it is, and what is like an entry by an index that learns by itself: neither may be old. */
const longestMs = 10_000;
const mostBytes = 32 * 1024 * 1024;

/**
 * Answers readers without a session what the reader before them was answered, as long as nothing public has changed since that page was
 * made. Only pages that say so themselves (`handle = { sameForAll: true }`) are remembered, and only under addresses that lead somewhere
 * by themselves: made-up queries push nothing out.
 */
export function rememberedPages({ publicState, now }: Pick<Services, "publicState" | "now">): RequestHandler {
  const pages = new Map<string, Remembered>();
  let bytes = 0;
  const forget = (address: string) => {
    bytes -= pages.get(address)?.body.length ?? 0;
    pages.delete(address);
  };
  return (req, res, next) => {
    const address = addressOf(req);
    if (address === undefined) return next();
    const state = publicState();
    const time = now().getTime();
    const page = pages.get(address);
    if (page?.state === state && time >= page.madeAt && time - page.madeAt < longestMs) {
      send(page, req, res).catch(next);
      return;
    }
    res.locals.remember = (made) => {
      forget(address);
      pages.set(address, { ...made, state, madeAt: time, packed: {} });
      bytes += made.body.length;
      for (const oldest of pages.keys()) if (bytes > mostBytes) forget(oldest);
    };
    next();
  };
}

/** What a page may depend on besides what is public; undefined where it may depend on more. */
function addressOf(req: Request): string | undefined {
  if (req.method !== "GET" && req.method !== "HEAD") return undefined;
  const { cookie } = req.headers;
  if (cookie !== undefined && !/^lang=[a-z]{2}$/.test(cookie)) return undefined;
  if (!/^[^?]*(\?page=\d{1,4})?$/.test(req.originalUrl)) return undefined;
  const language = languageOf({ asked: null, cookies: cookie, wishes: req.get("Accept-Language") });
  return `${language} ${req.protocol}://${hostOf(req)}${req.originalUrl}`;
}

async function send(page: Remembered, req: Request, res: Response): Promise<void> {
  for (const [name, value] of page.headers) res.setHeader(name, value);
  res.vary("Accept-Encoding");
  res.setHeader("ETag", page.etag);
  if (isUnchanged(req, page.etag)) {
    // As in send-response.ts.
    for (const name of ["Content-Security-Policy", "Content-Type"]) res.removeHeader(name);
    return void res.status(304).end();
  }
  const encoding = acceptedEncoding(req);
  if (encoding) {
    page.packed[encoding] ??= pack[encoding](page.body);
    res.setHeader("Content-Encoding", encoding);
  }
  const body = (encoding && (await page.packed[encoding])) ?? page.body;
  res.setHeader("Content-Length", body.length);
  res.end(req.method === "HEAD" ? undefined : body);
}
