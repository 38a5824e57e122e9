import { randomUUID } from "node:crypto";
import type { Contribution } from "~/domain/contributions/contribution";
import { getNetwork } from "~/domain/networks/network-detail-queries.server";
import type { Db } from "~db/client.server";
import { keepAttachments } from "./keep-attachments.server";
import type { Round } from "./review";
import { getRubric } from "./rubric-queries.server";

/**
 * Opens the next round on the contribution as it stands. Anonymity is promised when a review begins, and the same in all its
 * rounds, whatever the network chooses meanwhile.
 */
export async function openRound(
  trx: Db,
  contribution: Pick<Contribution, "id" | "networkId" | "revision">,
  previous: Round | undefined,
  at: Date,
): Promise<Round> {
  const networkId = contribution.networkId ?? "";
  const network = await getNetwork(trx, networkId);
  const rubric = await getRubric(trx, networkId);
  const round: Round = {
    id: randomUUID(),
    contributionId: contribution.id,
    networkId,
    number: (previous?.number ?? 0) + 1,
    revision: contribution.revision,
    rubricVersion: rubric.version,
    anonymity: previous?.anonymity ?? network?.anonymity ?? "both-hidden",
    reviewsNeeded: network?.reviewsNeeded ?? 2,
    openedAt: at.toISOString(),
    closedAt: null,
  };
  await trx
    .insertInto("review_round")
    .values({
      id: round.id,
      contribution_id: contribution.id,
      network_id: networkId,
      number: round.number,
      revision: round.revision,
      rubric_version: round.rubricVersion,
      anonymity: round.anonymity,
      reviews_needed: round.reviewsNeeded,
      opened_at: round.openedAt,
    })
    .execute();
  await keepAttachments(trx, round.id, contribution.id);
  return round;
}
