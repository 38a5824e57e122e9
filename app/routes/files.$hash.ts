import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { isPicture } from "~/domain/files/file";
import { attachmentHeader } from "~/domain/files/file-name";
import { findReadableFile } from "~/domain/files/file-queries.server";
import { readActor } from "~/signed-in.server";
import { notFound } from "~/ui/not-found";

/** The bytes of a picture or file, for who may read what it belongs to; nothing in it can act in the site's name. */
export async function loader({ params: { hash = "" }, request, context }: LoaderFunctionArgs) {
  const { readDb, files } = context.services;
  const file = /^[0-9a-f]{64}$/.test(hash)
    ? await findReadableFile(readDb, await readActor(context, request), hash)
    : undefined;
  const size = file && (await stat(files.pathOf(hash)).catch(() => undefined))?.size;
  if (!file || size === undefined) throw notFound();
  const etag = `"${hash}"`;
  const headers = new Headers({
    "Content-Type": file.mediaType.startsWith("text/") ? `${file.mediaType}; charset=utf-8` : file.mediaType,
    "Content-Length": String(size),
    "Content-Disposition": isPicture(file.mediaType) ? "inline" : attachmentHeader(file.name),
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Cache-Control": file.isPublic ? "public, max-age=3600" : "private, no-store",
    ...(file.isPublic ? { ETag: etag } : {}),
  });
  if (file.isPublic && request.headers.get("If-None-Match") === etag) {
    headers.delete("Content-Length");
    return new Response(null, { status: 304, headers });
  }
  return new Response(Readable.toWeb(files.open(hash)) as ReadableStream, { headers });
}
