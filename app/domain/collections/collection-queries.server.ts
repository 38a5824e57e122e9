import { getReferences } from "~/domain/links/link-queries.server";
import type { Db } from "~db/client.server";
import type { CollectionDraft, CollectionPicture, CollectionVersion, CollectionVersionItem } from "./collection";

const textColumns = ["language", "title", "summary", "text"] as const;
const pictureColumns = ["picture_sha256", "picture_width", "picture_height", "picture_alternative"] as const;

interface PictureRow {
  picture_sha256: string | null;
  picture_width: number | null;
  picture_height: number | null;
  picture_alternative: string | null;
}

const toPicture = (row: PictureRow): CollectionPicture | null =>
  row.picture_sha256 === null
    ? null
    : {
        sha256: row.picture_sha256,
        width: row.picture_width ?? 0,
        height: row.picture_height ?? 0,
        alternative: row.picture_alternative ?? "",
      };

/** The network that a row of a collection names. */
export const toNetwork = (row: { network_id: string | null; network_name: string | null }) =>
  row.network_id === null ? null : { id: row.network_id, name: row.network_name ?? "" };

/** A collection as its curators work on it. */
export async function getCollectionDraft(db: Db, id: string): Promise<CollectionDraft | undefined> {
  const row = await db
    .selectFrom("collection")
    .leftJoin("entry as network", "network.id", "collection.network_id")
    .where("collection.id", "=", id)
    .select(["collection.id", "current_version", "network_id", "network.title as network_name"])
    .select(textColumns.map((column) => `collection.${column}` as const))
    .select(pictureColumns)
    .executeTakeFirst();
  if (!row) return undefined;
  const items = await db
    .selectFrom("collection_item")
    .where("collection_id", "=", id)
    .orderBy("position")
    .select(["entry_id", "note"])
    .execute();
  const entries = await referencesById(
    db,
    items.map((item) => item.entry_id),
  );
  return {
    ...{ id, language: row.language, title: row.title, summary: row.summary, text: row.text },
    network: toNetwork(row),
    picture: toPicture(row),
    currentVersion: row.current_version,
    items: items.flatMap(({ entry_id, note }) => {
      const entry = entries.get(entry_id);
      return entry ? [{ entry, note }] : [];
    }),
  };
}

/** When a collection was withdrawn, and why; null: it stands. */
export async function getWithdrawal(db: Db, id: string): Promise<{ at: string; reason: string } | null> {
  const row = await db
    .selectFrom("collection")
    .where("id", "=", id)
    .where("withdrawn_at", "is not", null)
    .select(["withdrawn_at", "withdrawn_reason"])
    .executeTakeFirst();
  return row?.withdrawn_at ? { at: row.withdrawn_at, reason: row.withdrawn_reason ?? "" } : null;
}

/** A version: the latest unless told. */
export async function getCollectionVersion(
  db: Db,
  id: string,
  number?: number,
): Promise<CollectionVersion | undefined> {
  const versions = await db
    .selectFrom("collection_version")
    .where("collection_id", "=", id)
    .orderBy("number", "desc")
    .select(["number", "published_at as publishedAt", "change_note as changeNote"])
    .execute();
  const row = await db
    .selectFrom("collection_version as version")
    .innerJoin("collection", "collection.id", "version.collection_id")
    .leftJoin("entry as network", "network.id", "collection.network_id")
    .where("version.collection_id", "=", id)
    .where("version.number", "=", number ?? versions[0]?.number ?? 0)
    .select(["version.number", "version.published_at", "collection.network_id", "network.title as network_name"])
    .select(textColumns.map((column) => `version.${column}` as const))
    .select(pictureColumns.map((column) => `version.${column}` as const))
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...{ id, language: row.language, title: row.title, summary: row.summary, text: row.text },
    network: toNetwork(row),
    picture: toPicture(row),
    number: row.number,
    publishedAt: row.published_at,
    items: await listVersionItems(db, id, row.number),
    versions,
  };
}

async function listVersionItems(db: Db, id: string, number: number): Promise<CollectionVersionItem[]> {
  const items = await db
    .selectFrom("collection_version_item")
    .where("collection_id", "=", id)
    .where("number", "=", number)
    .orderBy("position")
    .select(["entry_id", "entry_kind as kind", "entry_title as title", "note"])
    .execute();
  const entries = await referencesById(
    db,
    items.map((item) => item.entry_id),
  );
  return items.map(({ entry_id, ...item }) => ({ ...item, entry: entries.get(entry_id) ?? null }));
}

const referencesById = async (db: Db, ids: string[]) =>
  new Map((await getReferences(db, ids)).map((entry) => [entry.id, entry]));
