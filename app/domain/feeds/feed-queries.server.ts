import type { Db } from "~db/client.server";
import { type EntryKind, entryPath } from "~db/schema/entry";
import { type FeedEntry, mostInFeed } from "./atom-feed";

/** The entries of a kind, or those with these ids, that changed last; only what is published. */
export async function listFeedEntries(db: Db, which: { kind: EntryKind } | { ids: string[] }): Promise<FeedEntry[]> {
  const rows = await db
    .selectFrom("entry")
    .where("published_at", "is not", null)
    .where(({ eb }) => ("kind" in which ? eb("kind", "=", which.kind) : eb("id", "in", which.ids)))
    .orderBy("updated_at", "desc")
    .orderBy("id")
    .limit(mostInFeed)
    .select(["id", "kind", "title", "summary", "language", "published_at", "updated_at"])
    .execute();
  return rows.map(({ id, kind, title, summary, language, published_at, updated_at }) => ({
    ...{ title, summary, language, path: entryPath({ id, kind }) },
    publishedAt: published_at ?? updated_at,
    updatedAt: updated_at,
  }));
}
