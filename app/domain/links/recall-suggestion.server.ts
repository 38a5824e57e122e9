import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { requireDraft, touchDraft } from "./touch-draft.server";

/** Lets what was dismissed be suggested again. @throws Response */
export async function recallSuggestion(
  db: Db,
  actor: Actor,
  contributionId: string,
  to: string,
  now: Date,
): Promise<"recalled" | "gone"> {
  return db.transaction().execute(async (trx) => {
    await requireDraft(trx, actor, contributionId);
    const { numDeletedRows } = await trx
      .deleteFrom("contribution_link_dismissed")
      .where("contribution_id", "=", contributionId)
      .where("to_id", "=", to)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return "gone";
    await touchDraft(trx, contributionId, now);
    return "recalled";
  });
}
