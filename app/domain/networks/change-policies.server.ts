import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import type { NetworkPolicies } from "./network";
import { getNetwork } from "./network-detail-queries.server";
import { canManageNetwork } from "./network-policy";

/** Changes how a network works; what held before stays in the log. */
export async function changePolicies(
  db: Db,
  doer: Doer,
  { networkId, policies }: { networkId: string; policies: NetworkPolicies },
): Promise<void> {
  if (!canManageNetwork(doer.actor, { id: networkId })) throw forbidden();
  await db.transaction().execute(async (trx) => {
    const before = await getNetwork(trx, networkId);
    if (!before) throw forbidden();
    const changed = (["joinPolicy", "reviewsNeeded", "publishesSnapshots", "anonymity"] as const).filter(
      (name) => before[name] !== policies[name],
    );
    if (changed.length === 0) return;
    await trx
      .updateTable("network")
      .set({
        join_policy: policies.joinPolicy,
        reviews_needed: policies.reviewsNeeded,
        publishes_snapshots: policies.publishesSnapshots ? 1 : 0,
        anonymity: policies.anonymity,
      })
      .where("id", "=", networkId)
      .execute();
    await recordEvent(trx, doer, {
      action: "change-policies",
      subject: { kind: "network", id: networkId },
      details: Object.fromEntries(
        changed.flatMap((name) => [
          [`${name}-before`, before[name]],
          [`${name}-after`, policies[name]],
        ]),
      ),
    });
  });
}
