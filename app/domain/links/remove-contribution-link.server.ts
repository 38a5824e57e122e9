import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { requireDraft, touchDraft } from "./touch-draft.server";

/** Takes a link away, and keeps it as it was, to be put back. @throws Response */
export async function removeContributionLink(
  db: Db,
  actor: Actor,
  contributionId: string,
  to: string,
  now: Date,
): Promise<"removed" | "gone"> {
  return db.transaction().execute(async (trx) => {
    await requireDraft(trx, actor, contributionId);
    const link = await trx
      .deleteFrom("contribution_link")
      .where("contribution_id", "=", contributionId)
      .where("to_id", "=", to)
      .returningAll()
      .executeTakeFirst();
    if (!link) return "gone";
    const removed = { ...link, removed_at: now.toISOString() };
    await trx
      .insertInto("contribution_link_removed")
      .values(removed)
      .onConflict((on) => on.columns(["contribution_id", "to_id"]).doUpdateSet(removed))
      .execute();
    await touchDraft(trx, contributionId, now);
    return "removed";
  });
}
