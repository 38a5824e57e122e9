import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { authorsEvidence, linkTypesTo } from "./contribution-link";
import { getLinkTarget } from "./contribution-link-queries.server";
import type { ChangedLink } from "./link-forms";
import { requireDraft, touchDraft } from "./touch-draft.server";

export type ChangeOutcome = "changed" | "gone" | "conflict" | "wrongType" | "wrongEvidence";

/**
 * Changes a link from what the person saw. What peers have confirmed stays confirmed while its kind and note stay as they were:
 * they confirmed no other link. Nothing is overwritten that somebody else has changed meanwhile.
 * @throws Response
 */
export async function changeContributionLink(
  db: Db,
  actor: Actor,
  contributionId: string,
  { to, type, evidence, note, wasType, wasEvidence, wasNote }: ChangedLink,
  now: Date,
): Promise<ChangeOutcome> {
  return db.transaction().execute(async (trx): Promise<ChangeOutcome> => {
    await requireDraft(trx, actor, contributionId);
    const target = await getLinkTarget(trx, to);
    const stored = await trx
      .selectFrom("contribution_link")
      .where("contribution_id", "=", contributionId)
      .where("to_id", "=", to)
      .select(["type", "evidence", "note"])
      .executeTakeFirst();
    if (!target || !stored) return "gone";
    if (!linkTypesTo(target.kind).includes(type)) return "wrongType";
    const standing = { type: stored.type, evidence: stored.evidence ?? "", note: stored.note ?? "" };
    if (standing.type === type && standing.evidence === evidence && standing.note === note) return "changed";
    if (standing.type !== wasType || standing.evidence !== wasEvidence || standing.note !== wasNote) return "conflict";
    if (!authorsEvidence.some((level) => level === evidence)) return "wrongEvidence";
    await trx
      .updateTable("contribution_link")
      .set({ type, evidence, note: note || null })
      .where("contribution_id", "=", contributionId)
      .where("to_id", "=", to)
      .execute();
    await touchDraft(trx, contributionId, now);
    return "changed";
  });
}
