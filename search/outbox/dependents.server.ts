import type { Db } from "~db/client.server";
import { inBatches } from "./batches";

/**
 * The entries themselves and those whose index holds a part of them: a document's name is in the titles of its provisions, a city's
 * in what is told of it, and both ends of a link are found by each other.
 */
export async function withDependents(readDb: Db, ids: string[]): Promise<string[]> {
  const all = new Set(ids);
  for (const batch of inBatches(ids)) {
    const rows = await readDb
      .selectFrom("provision")
      .select("id")
      .where("document_id", "in", batch)
      .unionAll(readDb.selectFrom("practice").select("id").where("city_id", "in", batch))
      .unionAll(readDb.selectFrom("case_study").select("id").where("city_id", "in", batch))
      .unionAll(readDb.selectFrom("link").select("from_id as id").where("to_id", "in", batch))
      .unionAll(readDb.selectFrom("link").select("to_id as id").where("from_id", "in", batch))
      .execute();
    for (const { id } of rows) all.add(id);
  }
  return [...all];
}
