import type { Contribution } from "~/domain/contributions/contribution";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { MovedOn } from "~/domain/contributions/move-contribution.server";
import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { ContributionStatus } from "~db/schema/contribution";
import type { Round } from "./review";
import { canCoordinate, isCoordinatorOf } from "./review-policy";
import { getLatestRound } from "./review-queries.server";

/** Where a contribution stood when somebody opened the page on which they decide. */
export interface Seen {
  status: ContributionStatus;
  /** Number of its latest round; 0: none. */
  round: number;
}

/**
 * The contribution and its latest round, for a coordinator who decides on what they saw.
 * @throws Response for anyone else; MovedOn when it stands elsewhere by now
 */
export async function loadCoordinated(
  trx: Db,
  actor: Actor,
  id: string,
  seen?: Seen,
): Promise<{ actor: NonNullable<Actor>; contribution: Contribution; round: Round | undefined }> {
  const contribution = await getContribution(trx, id);
  if (!actor || !contribution) throw forbidden();
  const round = await getLatestRound(trx, id);
  // What somebody else decided meanwhile is told before what one may no longer do.
  const moved = seen && (contribution.status !== seen.status || (round?.number ?? 0) !== seen.round);
  if (moved && isCoordinatorOf(actor, contribution)) throw new MovedOn(contribution.status);
  if (!canCoordinate(actor, contribution)) throw forbidden();
  return { actor, contribution, round };
}
