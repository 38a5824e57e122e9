import type { Contribution } from "~/domain/contributions/contribution";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { getReviewerTask, type ReviewerTask } from "./assignment-queries.server";
import { AssignmentMoved } from "./move-assignment.server";
import { canSeeAssignment, type JudgedAssignment } from "./review-policy";

/**
 * The assignment of the person who acts, where `may` allows what they do.
 * @throws Response for anyone else; AssignmentMoved when it was theirs and is no longer in that state
 */
export async function loadOwnAssignment(
  trx: Db,
  actor: Actor,
  id: string,
  may: (actor: Actor, assignment: JudgedAssignment) => boolean,
): Promise<{ task: ReviewerTask; contribution: Contribution }> {
  const task = await getReviewerTask(trx, id);
  if (!task || !canSeeAssignment(actor, task)) throw forbidden();
  const contribution = await getContribution(trx, task.contribution.id);
  if (!contribution) throw forbidden();
  if (!may(actor, task)) throw new AssignmentMoved(task.state);
  return { task, contribution };
}
