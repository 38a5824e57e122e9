import type { Doer } from "~/domain/audit/doer";
import { forbidden } from "~/domain/forbidden";
import { listCoordinators } from "~/domain/memberships/membership-queries.server";
import { tell } from "~/domain/notifications/tell.server";
import type { Db } from "~db/client.server";
import { missingFields } from "./completeness";
import { valuesOf } from "./contribution";
import type { FieldName } from "./contribution-fields";
import { canSubmit, canSubmitTo } from "./contribution-policy";
import { getContribution } from "./contribution-queries.server";
import { moveContribution } from "./move-contribution.server";

type Outcome = { submitted: true } | { submitted: false; missing: FieldName[]; network: "member" | "none" };

/**
 * Hands a draft to a network in which the person is a member. Nothing changes while a field that it must have is empty.
 * @throws Response
 */
export async function submitContribution(db: Db, doer: Doer, id: string, networkId: string): Promise<Outcome> {
  const { actor } = doer;
  return db.transaction().execute(async (trx): Promise<Outcome> => {
    const contribution = await getContribution(trx, id);
    if (!actor || !contribution || !canSubmit(actor, contribution)) throw forbidden();
    const missing = missingFields(contribution.kind, valuesOf(contribution));
    const network = canSubmitTo(actor, networkId) ? "member" : "none";
    if (missing.length > 0 || network === "none") return { submitted: false, missing, network };
    await moveContribution(trx, doer, contribution, "submit", { network: networkId });
    await trx
      .updateTable("contribution")
      .set({ network_id: networkId, submitted_at: doer.at.toISOString() })
      .where("id", "=", id)
      .execute();
    const own = contribution.authors.map(({ personId }) => personId);
    const coordinators = (await listCoordinators(trx, networkId)).map((one) => one.id);
    await tell(
      trx,
      coordinators.filter((one) => !own.includes(one)),
      {
        kind: "contribution-submitted",
        subject: { kind: "contribution", id },
        details: { title: contribution.fields.title?.value ?? "", path: `/contributions/${id}/review` },
        waits: true,
      },
      doer.at,
    );
    return { submitted: true };
  });
}
