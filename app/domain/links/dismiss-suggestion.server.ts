import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { getLinkTarget } from "./contribution-link-queries.server";
import { requireDraft, touchDraft } from "./touch-draft.server";

/** What is dismissed is not suggested to this draft again. @throws Response */
export async function dismissSuggestion(
  db: Db,
  actor: Actor,
  contributionId: string,
  to: string,
  now: Date,
): Promise<"dismissed" | "noTarget"> {
  return db.transaction().execute(async (trx) => {
    await requireDraft(trx, actor, contributionId);
    if (!(await getLinkTarget(trx, to))) return "noTarget";
    await trx
      .insertInto("contribution_link_dismissed")
      .values({ contribution_id: contributionId, to_id: to, dismissed_at: now.toISOString() })
      .onConflict((on) => on.doNothing())
      .execute();
    await touchDraft(trx, contributionId, now);
    return "dismissed";
  });
}
