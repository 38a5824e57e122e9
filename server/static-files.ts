import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { RequestHandler } from "express";
import { acceptedEncoding, type Encoding, pack } from "./encodings";
import { isUnchanged } from "./not-modified";
import { Refusal } from "./problem";

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};
const compressible = /^(text|application)\/|svg/;
/** What speaks to documents: a style, a script or a font is none, and a page brings fifteen of them. */
const partOfPage = /^(text\/(css|javascript)|font\/)/;
const forDocuments = [
  "Content-Security-Policy",
  "Cross-Origin-Opener-Policy",
  "Origin-Agent-Cluster",
  "Permissions-Policy",
  "X-DNS-Prefetch-Control",
  "X-Download-Options",
  "X-Frame-Options",
  "X-Permitted-Cross-Domain-Policies",
  "X-XSS-Protection",
];

interface StaticFile {
  body: Buffer;
  type: string;
  etag: string;
  encoded: Partial<Record<Encoding, Promise<Buffer>>>;
}

/**
 * Serves the files of a folder from memory: they are few and small, each is compressed once, and a build that replaces the folder
 * cannot pull them from under a server that runs.
 */
export function staticFiles(folder: string): RequestHandler {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith(".")) continue;
    const file = join(entry.parentPath, entry.name);
    const address = file.slice(folder.length).replaceAll("\\", "/");
    if (!address.includes("/.")) files.set(address, load(file));
  }
  return (req, res, next) => {
    const path = decodeURIComponent(req.path);
    const file = req.method === "POST" ? undefined : files.get(path);
    if (!file) {
      if (path.startsWith("/assets/")) throw new Refusal(404, "There is no such file.");
      return next();
    }
    res.setHeader(
      "Cache-Control",
      path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    );
    res.setHeader("Vary", "Accept-Encoding");
    res.setHeader("ETag", file.etag);
    res.type(file.type);
    if (partOfPage.test(file.type)) for (const header of forDocuments) res.removeHeader(header);
    if (isUnchanged(req, file.etag)) return void res.status(304).end();
    encode(file, acceptedEncoding(req)).then(({ body, encoding }) => {
      if (encoding) res.setHeader("Content-Encoding", encoding);
      res.setHeader("Content-Length", body.length);
      res.end(req.method === "HEAD" ? undefined : body);
    }, next);
  };
}

function load(path: string): StaticFile {
  const body = readFileSync(path);
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return { body, etag, type: types[extname(path)] ?? "application/octet-stream", encoded: {} };
}

async function encode(
  file: StaticFile,
  encoding: Encoding | undefined,
): Promise<{ body: Buffer; encoding?: Encoding }> {
  if (!encoding || !compressible.test(file.type) || file.body.length < 500) return { body: file.body };
  file.encoded[encoding] ??= pack[encoding](file.body);
  return { body: await file.encoded[encoding], encoding };
}
