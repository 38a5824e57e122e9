import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { missingFields } from "./completeness";
import { valuesOf } from "./contribution";
import type { FieldName } from "./contribution-fields";
import { canSubmit, canSubmitTo } from "./contribution-policy";
import { getContribution } from "./contribution-queries.server";

type Outcome = { submitted: true } | { submitted: false; missing: FieldName[]; network: "member" | "none" };

/**
 * Hands a draft to a network in which the person is a member. Nothing changes while a field that it must have is empty.
 * @throws Response
 */
export async function submitContribution(
  db: Db,
  actor: Actor,
  id: string,
  networkId: string,
  now: Date,
): Promise<Outcome> {
  return db.transaction().execute(async (trx): Promise<Outcome> => {
    const contribution = await getContribution(trx, id);
    if (!actor || !contribution || !canSubmit(actor, contribution)) throw forbidden();
    const missing = missingFields(contribution.kind, valuesOf(contribution));
    const network = canSubmitTo(actor, networkId) ? "member" : "none";
    if (missing.length > 0 || network === "none") return { submitted: false, missing, network };
    const at = now.toISOString();
    await trx
      .updateTable("contribution")
      .set({ status: "submitted", network_id: networkId, submitted_at: at, updated_at: at })
      .where("id", "=", id)
      .execute();
    return { submitted: true };
  });
}
