import type { Db } from "~db/client.server";
import { type EntryKind, entryPath } from "~db/schema/entry";
import { type FeedEntry, mostInFeed } from "./atom-feed";

/** The entries of some kinds, or those with these ids, that changed last; only what is published. */
export async function listFeedEntries(db: Db, which: { kinds: EntryKind[] } | { ids: string[] }): Promise<FeedEntry[]> {
  const rows = await db
    .selectFrom("entry")
    .where("published_at", "is not", null)
    .where(({ eb }) => ("kinds" in which ? eb("kind", "in", which.kinds) : eb("id", "in", which.ids)))
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

/** Recommendations that were published, or changed, last. */
export async function listFeedRecommendations(db: Db): Promise<FeedEntry[]> {
  const rows = await db
    .selectFrom("provision")
    .innerJoin("entry", "entry.id", "provision.id")
    .where("provision.kind", "=", "recommendation")
    .where("provision.current", "=", 1)
    .where("entry.published_at", "is not", null)
    .orderBy("entry.updated_at", "desc")
    .orderBy("provision.position")
    .limit(mostInFeed)
    .select("provision.id")
    .execute();
  return listFeedEntries(db, { ids: rows.map(({ id }) => id) });
}

/** Collections whose latest versions are the newest. */
export async function listFeedCollections(db: Db): Promise<FeedEntry[]> {
  const rows = await db
    .selectFrom("collection")
    .innerJoin("collection_version as latest", (join) =>
      join
        .onRef("latest.collection_id", "=", "collection.id")
        .onRef("latest.number", "=", "collection.current_version"),
    )
    .innerJoin("collection_version as first", (join) =>
      join.onRef("first.collection_id", "=", "collection.id").on("first.number", "=", 1),
    )
    .where("collection.withdrawn_at", "is", null)
    .orderBy("latest.published_at", "desc")
    .orderBy("collection.id")
    .limit(mostInFeed)
    .select(["collection.id", "latest.title", "latest.summary", "latest.language"])
    .select(["first.published_at as publishedAt", "latest.published_at as updatedAt"])
    .execute();
  return rows.map(({ id, ...collection }) => ({ ...collection, path: `/collections/${id}` }));
}

/** Calls for practices that were published last, and are not closed. */
export async function listFeedCalls(db: Db): Promise<FeedEntry[]> {
  const rows = await db
    .selectFrom("call")
    .where("status", "=", "published")
    .where("published_at", "is not", null)
    .orderBy("published_at", "desc")
    .orderBy("id")
    .limit(mostInFeed)
    .select(["id", "title", "text as summary", "language", "published_at", "updated_at as updatedAt"])
    .execute();
  return rows.map(({ id, published_at, ...call }) => ({
    ...{ ...call, path: `/calls/${id}` },
    publishedAt: published_at ?? call.updatedAt,
  }));
}
