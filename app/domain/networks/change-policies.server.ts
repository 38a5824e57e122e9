import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { NetworkPolicies } from "./network";
import { canManageNetwork } from "./network-policy";

export async function changePolicies(
  db: Db,
  { actor, networkId, policies }: { actor: Actor; networkId: string; policies: NetworkPolicies },
): Promise<void> {
  if (!canManageNetwork(actor, { id: networkId })) throw forbidden();
  await db
    .updateTable("network")
    .set({
      join_policy: policies.joinPolicy,
      reviews_needed: policies.reviewsNeeded,
      publishes_snapshots: policies.publishesSnapshots ? 1 : 0,
      anonymity: policies.anonymity,
    })
    .where("id", "=", networkId)
    .execute();
}
