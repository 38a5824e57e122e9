import { createHash } from "node:crypto";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { hasSessionCookie } from "~/domain/people/sessions.server";
import { isUnchanged } from "./not-modified";
import type { SentPage } from "./remembered-pages";

/** A page is held back for its ETag at most this long and this large; beyond, it streams without one. */
const patience = { bytes: 1024 * 1024, ms: 150 };

/** Sends a web Response through express. Complete pages and JSON get an ETag, and 304 when the reader has them already. */
export async function sendResponse(response: Response, req: ExpressRequest, res: ExpressResponse): Promise<void> {
  res.status(response.status);
  for (const [name, value] of response.headers) {
    if (name === "set-cookie") res.append(name, value);
    else res.setHeader(name, value);
  }
  setCacheControl(response, req, res);
  const reader = response.body?.getReader();
  if (!reader || (req.method === "HEAD" && !hasEtag(response, req))) {
    await reader?.cancel();
    return void res.end();
  }
  if (!hasEtag(response, req)) return stream(reader, [], req, res);

  const { chunks, rest } = await readFor(reader, patience);
  if (rest) return stream(reader, chunks, req, res, rest);
  const body = Buffer.concat(chunks);
  const tag = etagOf(body, res.locals.nonce);
  res.setHeader("ETag", tag);
  remember(response, { body, etag: tag }, res);
  if (isUnchanged(req, tag)) {
    // The reader's copy carries the nonce it came with: a new policy on the 304 would forbid its scripts.
    res.removeHeader("Content-Security-Policy");
    for (const name of ["Content-Type", "Content-Length"]) res.removeHeader(name);
    return void res.status(304).end();
  }
  if (req.method === "HEAD") return void res.end();
  res.end(body);
}

/** A page that carries a nonce carries that of one answer. */
function remember(response: Response, page: Pick<SentPage, "body" | "etag">, res: ExpressResponse): void {
  const { nonce, remember: keep } = res.locals;
  if (!keep || page.body.includes(nonce)) return;
  const named = [...response.headers.keys(), "cache-control", "vary"].map((name): [string, string] => [
    name,
    String(res.getHeader(name)),
  ]);
  keep({ ...page, headers: named });
}

const hasEtag = (response: Response, req: ExpressRequest) =>
  response.status === 200 &&
  !hasSessionCookie(req.headers.cookie) &&
  !response.headers.has("etag") &&
  !response.headers.has("set-cookie") &&
  !/no-store/.test(response.headers.get("cache-control") ?? "") &&
  /^(text\/html|application\/([\w.-]+\+)?json)\b/.test(response.headers.get("content-type") ?? "");

function setCacheControl(response: Response, req: ExpressRequest, res: ExpressResponse): void {
  if (hasSessionCookie(req.headers.cookie)) {
    // It may name the person: neither a proxy nor the next user of the browser may see it again.
    res.setHeader("Cache-Control", "private, no-store");
  } else if (!response.headers.has("cache-control")) {
    // Kept, but asked about each time: a page changes when its content does.
    res.setHeader("Cache-Control", response.status < 400 ? "no-cache" : "no-store");
  }
  if (/^text\/html\b/.test(response.headers.get("content-type") ?? "")) res.vary("Accept-Language").vary("Cookie");
}

/** Weak: two pages are the same but for their nonce, two results but for the time they took. */
function etagOf(body: Buffer, nonce: string): string {
  const text = body
    .toString("latin1")
    .replaceAll(nonce, "")
    .replace(/"took_ms":\s*[\d.]+/g, "");
  return `W/"${createHash("sha256").update(text, "latin1").digest("base64url").slice(0, 22)}"`;
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;
type Reading = ReturnType<Reader["read"]>;

/** Reads a body within limits; `rest` is the read under way when they were reached. */
async function readFor(reader: Reader, limits: typeof patience): Promise<{ chunks: Uint8Array[]; rest?: Reading }> {
  const chunks: Uint8Array[] = [];
  const late = Symbol("late");
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<typeof late>((resolve) => {
    timer = setTimeout(resolve, limits.ms, late);
  });
  try {
    for (let size = 0; ; ) {
      const rest = reader.read();
      const first = size > limits.bytes ? late : await Promise.race([rest, deadline]);
      if (first === late) return { chunks, rest };
      if (first.done) return { chunks };
      chunks.push(first.value);
      size += first.value.length;
    }
  } finally {
    clearTimeout(timer);
  }
}

async function stream(
  reader: Reader,
  begun: Uint8Array[],
  req: ExpressRequest,
  res: ExpressResponse,
  reading: Reading = reader.read(),
): Promise<void> {
  if (req.method === "HEAD") {
    await reader.cancel();
    return void res.end();
  }
  let gone = false;
  let goOn = () => {};
  // One listener for all chunks: compression takes them over and never lets go of them.
  res.on("drain", () => goOn());
  res.once("close", () => {
    gone = true;
    goOn();
  });
  const write = (chunk: Uint8Array) =>
    new Promise<void>((resolve) => {
      goOn = resolve;
      if (res.write(chunk) || gone) resolve();
    });
  for (const chunk of begun) await write(chunk);
  for (let next = await reading; !next.done && !gone; next = await reader.read()) await write(next.value);
  if (gone) await reader.cancel();
  else res.end();
}
