import { type Contribution, valuesOf } from "~/domain/contributions/contribution";
import type { NetworkPolicies } from "~/domain/networks/network";
import { depthOf } from "~/domain/publication/depth";

/** What may be accepted without a review: snapshots where the network says so, and the next version of what is published. */
export const mayAcceptUnreviewed = (
  contribution: Pick<Contribution, "kind" | "fields">,
  policies: Pick<NetworkPolicies, "publishesSnapshots">,
  isCorrection: boolean,
): boolean =>
  isCorrection ||
  (policies.publishesSnapshots && contribution.kind === "practice" && depthOf(valuesOf(contribution)) === "snapshot");
