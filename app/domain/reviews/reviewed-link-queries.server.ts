import type { LinkView } from "~/domain/links/link";
import { viewLinks } from "~/domain/links/link-queries.server";
import type { Db } from "~db/client.server";

/** What a contribution linked to when a round opened. */
export async function listReviewedLinks(db: Db, roundId: string): Promise<LinkView[]> {
  const rows = await db
    .selectFrom("review_round_link")
    .where("round_id", "=", roundId)
    .select(["to_id as to", "type", "evidence", "note"])
    .execute();
  return viewLinks(db, rows);
}
