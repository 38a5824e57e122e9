import type { Db } from "~db/client.server";
import type { Network } from "./network";

/** A network with its policies. */
export async function getNetwork(db: Db, id: string): Promise<Network | undefined> {
  const row = await db
    .selectFrom("network")
    .innerJoin("entry", "entry.id", "network.id")
    .leftJoin("entry as parent", "parent.id", "network.parent_id")
    .where("network.id", "=", id)
    .where("entry.published_at", "is not", null)
    .select(["network.id", "entry.title", "entry.language", "parent.id as parent_id", "parent.title as parent_title"])
    .select(["network.join_policy", "network.reviews_needed", "network.publishes_snapshots", "network.anonymity"])
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      name: row.title,
      language: row.language,
      parent: row.parent_id === null ? null : { id: row.parent_id, name: row.parent_title ?? "" },
      joinPolicy: row.join_policy,
      reviewsNeeded: row.reviews_needed,
      publishesSnapshots: row.publishes_snapshots === 1,
      anonymity: row.anonymity,
    }
  );
}

/** What a network says of itself, as its form holds it. */
export const getNetworkText = (db: Db, id: string) =>
  db
    .selectFrom("network")
    .innerJoin("entry", "entry.id", "network.id")
    .where("network.id", "=", id)
    .select(["entry.title as name", "entry.summary", "entry.language"])
    .select(["network.acronym", "network.website", "network.parent_id as parent"])
    .executeTakeFirst();

/** Networks by name; of a parent, its parts. */
export const listNetworks = (db: Db, parentId?: string): Promise<{ id: string; name: string; language: string }[]> =>
  db
    .selectFrom("network")
    .innerJoin("entry", "entry.id", "network.id")
    .where("entry.published_at", "is not", null)
    .$if(parentId !== undefined, (query) => query.where("network.parent_id", "=", parentId ?? null))
    .orderBy("entry.title")
    .select(["entry.id", "entry.title as name", "entry.language"])
    .execute();
