import type { Db } from "~db/client.server";
import { linkKey, type ReviewedRound, submittedReviews } from "./review";

/** Links that a reviewer of the deciding round has checked rise to the highest level of evidence. */
export async function confirmLinks(trx: Db, contributionId: string, round: ReviewedRound): Promise<void> {
  const confirmed = new Set(submittedReviews(round).flatMap(({ content }) => content.links));
  const links = await trx
    .selectFrom("contribution_link")
    .where("contribution_id", "=", contributionId)
    .select(["to_id", "type"])
    .execute();
  for (const { to_id, type } of links) {
    if (!confirmed.has(linkKey({ toId: to_id, type }))) continue;
    await trx
      .updateTable("contribution_link")
      .set({ evidence: "peer-confirmed" })
      .where("contribution_id", "=", contributionId)
      .where("to_id", "=", to_id)
      .where("type", "=", type)
      .execute();
  }
}
