import type { Db } from "~db/client.server";
import type { CollectionLine } from "./collection";
import { toNetwork } from "./collection-queries.server";

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
