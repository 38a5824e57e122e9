import type { Db } from "~db/client.server";

/** Keeps the links and files of a contribution as they stand, for who reads them in a round and compares them with the next. */
export async function keepAttachments(trx: Db, roundId: string, contributionId: string): Promise<void> {
  const links = await trx
    .selectFrom("contribution_link")
    .where("contribution_id", "=", contributionId)
    .select(["to_id", "type", "evidence", "note"])
    .execute();
  const files = await trx
    .selectFrom("contribution_file")
    .where("contribution_id", "=", contributionId)
    .where("removed_at", "is", null)
    .orderBy("added_at")
    .orderBy("id")
    .select(["id as file_id", "name", "alternative_text", "caption", "media_type", "bytes"])
    .execute();
  if (links.length > 0)
    await trx
      .insertInto("review_round_link")
      .values(links.map((link) => ({ round_id: roundId, ...link })))
      .execute();
  if (files.length > 0)
    await trx
      .insertInto("review_round_file")
      .values(files.map((file, index) => ({ round_id: roundId, position: index + 1, ...file })))
      .execute();
}
