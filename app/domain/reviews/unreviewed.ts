import type { Contribution } from "~/domain/contributions/contribution";
import type { NetworkPolicies } from "~/domain/networks/network";

/** What may be accepted without a review: practices where the network says so, and the next version of what is published. */
export const mayAcceptUnreviewed = (
  contribution: Pick<Contribution, "kind">,
  policies: Pick<NetworkPolicies, "publishesSnapshots">,
  isCorrection: boolean,
): boolean => isCorrection || (policies.publishesSnapshots && contribution.kind === "practice");
