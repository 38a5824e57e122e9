import type { EntryReference } from "~/domain/links/link";
import { getReferences } from "~/domain/links/link-queries.server";
import type { Db } from "~db/client.server";
import type { CollectionLine } from "./collection";
import { listCollectionsByIds } from "./collection-list-queries.server";

export interface Featured {
  collections: CollectionLine[];
  entries: EntryReference[];
}

const mostShown = 6;

/** What stands out in a place, latest first; only what is published. */
export async function listFeatured(db: Db, place: string): Promise<Featured> {
  const rows = await db
    .selectFrom("feature")
    .where("place", "=", place)
    .orderBy("featured_at", "desc")
    .limit(mostShown)
    .select(["kind", "id"])
    .execute();
  const idsOf = (kind: "entry" | "collection") => rows.filter((row) => row.kind === kind).map((row) => row.id);
  const inOrder = <T extends { id: string }>(found: T[], ids: string[]) =>
    found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  const entries = idsOf("entry");
  const collections = idsOf("collection");
  return {
    collections: inOrder(await listCollectionsByIds(db, collections), collections),
    entries: inOrder(await getReferences(db, entries), entries),
  };
}

/** The places where something is featured. */
export async function listPlacesOf(db: Db, kind: "entry" | "collection", id: string): Promise<string[]> {
  const rows = await db.selectFrom("feature").where("kind", "=", kind).where("id", "=", id).select("place").execute();
  return rows.map((row) => row.place);
}
