import { createHash } from "node:crypto";
import { atomFeed, type FeedEntry, type FeedFrame } from "./atom-feed";

/** A feed as an answer; 304 where the reader has it already. */
export function answerFeed(request: Request, frame: FeedFrame, entries: FeedEntry[]): Response {
  const body = atomFeed(frame, entries);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = { ETag: etag, "X-Robots-Tag": "noindex" };
  const known = (request.headers.get("If-None-Match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": "application/atom+xml; charset=utf-8" } });
}
