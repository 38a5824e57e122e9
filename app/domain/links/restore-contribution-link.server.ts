import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { requireDraft, touchDraft } from "./touch-draft.server";

/** Puts a link back that was taken away, with its kind, evidence and note. @throws Response */
export async function restoreContributionLink(
  db: Db,
  actor: Actor,
  contributionId: string,
  to: string,
  now: Date,
): Promise<"restored" | "gone"> {
  return db.transaction().execute(async (trx) => {
    await requireDraft(trx, actor, contributionId);
    const removed = await trx
      .deleteFrom("contribution_link_removed")
      .where("contribution_id", "=", contributionId)
      .where("to_id", "=", to)
      .returning(["contribution_id", "to_id", "type", "evidence", "note"])
      .executeTakeFirst();
    if (!removed) return "gone";
    const linked = await trx
      .selectFrom("contribution_link")
      .where("contribution_id", "=", contributionId)
      .where("to_id", "=", to)
      .select("to_id")
      .executeTakeFirst();
    // Somebody has linked it again meanwhile: theirs stands.
    if (!linked) await trx.insertInto("contribution_link").values(removed).execute();
    await touchDraft(trx, contributionId, now);
    return "restored";
  });
}
