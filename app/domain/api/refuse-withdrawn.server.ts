import { getStanding } from "~/domain/publication/version-queries.server";
import type { Db } from "~db/client.server";
import type { ContributionKind } from "~db/schema/contribution";
import { ApiProblem } from "./api-problem";

/** What was withdrawn is gone, and told from what never was. @throws ApiProblem 410 */
export async function refuseWithdrawn(db: Db, kind: ContributionKind, slug: string): Promise<void> {
  const standing = await getStanding(db, slug);
  if (standing?.kind !== kind || standing.retirement?.state !== "withdrawn") return;
  const { at, reason } = standing.retirement;
  throw new ApiProblem(410, `“${slug}” was withdrawn on ${at.slice(0, 10)}: ${reason}`);
}
