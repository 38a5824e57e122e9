import type { Db } from "~db/client.server";

/** A network and those of which it is a part, from the nearest to the farthest; empty where there is none of this id. */
export async function listAncestors(db: Db, id: string): Promise<string[]> {
  const above: string[] = [];
  for (let next: string | null = id; next !== null && !above.includes(next); ) {
    const row = await db.selectFrom("network").where("id", "=", next).select(["id", "parent_id"]).executeTakeFirst();
    if (!row) return above;
    above.push(row.id);
    next = row.parent_id;
  }
  return above;
}
