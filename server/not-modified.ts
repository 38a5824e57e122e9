import type { Request } from "express";

/**
 * Whether the reader has this version already. Unlike express's own answer, a reader who also says `no-cache` still gets 304: it was
 * asked, and nothing changed.
 */
export function isUnchanged(req: Request, etag: string): boolean {
  const tags = req.get("If-None-Match")?.split(",") ?? [];
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return tags.some((tag) => tag.trim() === "*" || bare(tag) === bare(etag));
}
