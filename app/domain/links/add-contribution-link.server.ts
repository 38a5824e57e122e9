import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { LinkType } from "~db/schema/link";
import { linkTypesTo, mostLinks } from "./contribution-link";
import { getLinkTarget } from "./contribution-link-queries.server";
import { requireDraft, touchDraft } from "./touch-draft.server";

export type AddOutcome = "added" | "noTarget" | "wrongType" | "alreadyLinked" | "tooMany";

/** Links a draft to a provision or tool, claimed until the authors say more. What is linked is linked once. @throws Response */
export async function addContributionLink(
  db: Db,
  actor: Actor,
  contributionId: string,
  { to, type }: { to: string; type: LinkType },
  now: Date,
): Promise<AddOutcome> {
  return db.transaction().execute(async (trx): Promise<AddOutcome> => {
    await requireDraft(trx, actor, contributionId);
    const target = await getLinkTarget(trx, to);
    if (!target) return "noTarget";
    if (!linkTypesTo(target.kind).includes(type)) return "wrongType";
    const links = await trx
      .selectFrom("contribution_link")
      .where("contribution_id", "=", contributionId)
      .select("to_id")
      .execute();
    if (links.some(({ to_id }) => to_id === to)) return "alreadyLinked";
    if (links.length >= mostLinks) return "tooMany";
    await trx
      .insertInto("contribution_link")
      .values({ contribution_id: contributionId, to_id: to, type, evidence: "claimed", note: null })
      .execute();
    await touchDraft(trx, contributionId, now);
    return "added";
  });
}
