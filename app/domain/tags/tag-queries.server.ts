import type { EntryReference } from "~/domain/links/link";
import { getReferences } from "~/domain/links/link-queries.server";
import type { Db } from "~db/client.server";
import type { Tag, TagWithCount } from "./tag";

/** The tags of an entry, by name; a merged one is the one that took its place. */
export async function listTagsOf(db: Db, entryId: string): Promise<Tag[]> {
  return db
    .selectFrom("entry_tag")
    .innerJoin("tag as written", "written.slug", "entry_tag.tag")
    .innerJoin("tag", "tag.slug", "written.stands_for")
    .where("entry_tag.entry_id", "=", entryId)
    .select(["tag.slug", "tag.label", "tag.language"])
    .distinct()
    .orderBy("tag.label")
    .execute();
}

/** All tags that something published carries, by name. */
export async function listTags(db: Db): Promise<TagWithCount[]> {
  return db
    .selectFrom("tag")
    .innerJoin("tag as written", "written.stands_for", "tag.slug")
    .innerJoin("entry_tag", "entry_tag.tag", "written.slug")
    .innerJoin("entry", "entry.id", "entry_tag.entry_id")
    .where("entry.published_at", "is not", null)
    .groupBy(["tag.slug", "tag.label", "tag.language"])
    .orderBy("tag.label")
    .select(["tag.slug", "tag.label", "tag.language"])
    .select(({ fn }) => fn.count<number>("entry.id").distinct().as("entries"))
    .execute();
}

/** A tag, and the one that readers see in its place: itself unless it was merged. */
export async function getTag(db: Db, slug: string): Promise<(Tag & { standsFor: string }) | undefined> {
  return db
    .selectFrom("tag")
    .where("slug", "=", slug)
    .select(["slug", "label", "language", "stands_for as standsFor"])
    .executeTakeFirst();
}

/** The ids of all that carries a tag, published or not. */
export async function listTaggedIds(db: Db, slug: string): Promise<string[]> {
  const rows = await db
    .selectFrom("entry_tag")
    .innerJoin("tag", "tag.slug", "entry_tag.tag")
    .where("tag.stands_for", "=", slug)
    .select("entry_tag.entry_id")
    .distinct()
    .execute();
  return rows.map(({ entry_id }) => entry_id);
}

/** The published entries that carry a tag. */
export const listTagged = async (db: Db, slug: string): Promise<EntryReference[]> =>
  getReferences(db, await listTaggedIds(db, slug));
