import { getReferences } from "~/domain/links/link-queries.server";
import type { Db } from "~db/client.server";
import type {
  CollectionDraft,
  CollectionLine,
  CollectionPicture,
  CollectionVersion,
  CollectionVersionItem,
} from "./collection";

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

const toNetwork = (row: { network_id: string | null; network_name: string | null }) =>
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

const selectPublished = (db: Db) =>
  db
    .selectFrom("collection")
    .innerJoin("collection_version as version", (join) =>
      join
        .onRef("version.collection_id", "=", "collection.id")
        .onRef("version.number", "=", "collection.current_version"),
    )
    .leftJoin("entry as network", "network.id", "collection.network_id")
    .where("collection.withdrawn_at", "is", null)
    .select(["collection.id", "version.title", "version.summary", "version.language", "version.number as version"])
    .select(["collection.network_id", "network.title as network_name"])
    .select((select) =>
      select
        .selectFrom("collection_version_item as item")
        .whereRef("item.collection_id", "=", "version.collection_id")
        .whereRef("item.number", "=", "version.number")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .as("items"),
    );

const toLine = ({
  network_id,
  network_name,
  items,
  ...line
}: Omit<CollectionLine, "network" | "items"> & {
  items: number | string | bigint | null;
  network_id: string | null;
  network_name: string | null;
}): CollectionLine => ({ ...line, network: toNetwork({ network_id, network_name }), items: Number(items) });

/** What is published, by title; of one network, where one is given. */
export async function listCollections(db: Db, networkId?: string): Promise<CollectionLine[]> {
  const rows = await selectPublished(db)
    .$if(networkId !== undefined, (query) => query.where("collection.network_id", "=", networkId ?? null))
    .orderBy("version.title")
    .execute();
  return rows.map(toLine);
}

export async function listCollectionsByIds(db: Db, ids: string[]): Promise<CollectionLine[]> {
  return (await selectPublished(db).where("collection.id", "in", ids).execute()).map(toLine);
}

/** The published collections that hold an entry. */
export async function listCollectionsHolding(db: Db, entryId: string): Promise<CollectionLine[]> {
  const rows = await selectPublished(db)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("collection_version_item as held")
          .whereRef("held.collection_id", "=", "version.collection_id")
          .whereRef("held.number", "=", "version.number")
          .where("held.entry_id", "=", entryId)
          .select("held.position"),
      ),
    )
    .orderBy("version.title")
    .execute();
  return rows.map(toLine);
}

/** All collections of these networks, and of the whole site where asked, as their curators see them. */
export async function listOwnCollections(
  db: Db,
  { networks, site }: { networks: string[]; site: boolean },
): Promise<CollectionLine[]> {
  const rows = await db
    .selectFrom("collection")
    .leftJoin("entry as network", "network.id", "collection.network_id")
    .where("collection.withdrawn_at", "is", null)
    .where((on) =>
      on.or([on("collection.network_id", "in", networks), ...(site ? [on("collection.network_id", "is", null)] : [])]),
    )
    .orderBy("collection.title")
    .select([
      "collection.id",
      "collection.title",
      "collection.summary",
      "collection.language",
      "current_version as version",
    ])
    .select(["collection.network_id", "network.title as network_name"])
    .select((select) =>
      select
        .selectFrom("collection_item as item")
        .whereRef("item.collection_id", "=", "collection.id")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .as("items"),
    )
    .execute();
  return rows.map(toLine);
}

/** Ids of the collections whose draft holds an entry. */
export async function listDraftsHolding(db: Db, entryId: string): Promise<string[]> {
  const rows = await db.selectFrom("collection_item").where("entry_id", "=", entryId).select("collection_id").execute();
  return rows.map((row) => row.collection_id);
}
