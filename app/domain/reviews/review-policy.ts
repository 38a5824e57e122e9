import type { Contribution } from "~/domain/contributions/contribution";
import type { Actor } from "~/domain/people/person-policy";
import type { AssignmentState, ReviewerPart } from "~db/schema/review";
import { isDone, isOpen } from "./assignment";

type Judged = Pick<Contribution, "status" | "networkId" | "authors">;

export const isAuthorOf = (actor: Actor, { authors }: Pick<Contribution, "authors">): boolean =>
  actor !== null && authors.some(({ personId }) => personId === actor.person.id);

/** Coordinates the network that it was submitted to, whoever wrote it and wherever it stands. */
export const isCoordinatorOf = (actor: Actor, { networkId }: Pick<Contribution, "networkId">): boolean =>
  actor?.memberships.some((role) => role.coordinator && role.networkId === networkId) ?? false;

/** A coordinator of the network that it was submitted to, unless they wrote it themselves: nobody decides on their own work. */
export const canCoordinate = (actor: Actor, contribution: Judged): boolean =>
  contribution.status !== "draft" && !isAuthorOf(actor, contribution) && isCoordinatorOf(actor, contribution);

/** While a round is open. */
export const canInvite = (actor: Actor, contribution: Judged): boolean =>
  contribution.status === "in-review" && canCoordinate(actor, contribution);

/** Authors from the first submission on. */
export const canFollowReview = (actor: Actor, contribution: Judged): boolean =>
  contribution.networkId !== null && isAuthorOf(actor, contribution);

export const canAnswerChanges = (actor: Actor, contribution: Judged): boolean =>
  contribution.status === "changes-requested" && canFollowReview(actor, contribution);

export const canSeeReview = (actor: Actor, contribution: Judged): boolean =>
  canFollowReview(actor, contribution) || canCoordinate(actor, contribution);

/** An assignment as the policy sees it. */
export interface JudgedAssignment {
  personId: string | null;
  networkId: string;
  state: AssignmentState;
  part: ReviewerPart;
}

/** Who was asked, as long as they belong to the network; what they wrote themselves they may read for ever. */
export const canSeeAssignment = (actor: Actor, { personId, networkId, state }: JudgedAssignment): boolean =>
  actor !== null &&
  actor.person.id === personId &&
  (isDone(state) || actor.memberships.some((role) => role.networkId === networkId));

export const canAnswerInvitation = (actor: Actor, assignment: JudgedAssignment): boolean =>
  canSeeAssignment(actor, assignment) && isOpen(assignment.state);

export const canWriteReview = (actor: Actor, assignment: JudgedAssignment): boolean =>
  canSeeAssignment(actor, assignment) && assignment.state === "accepted";

/** Of a pair, the one who leads it sends the review. */
export const canSendReview = (actor: Actor, assignment: JudgedAssignment): boolean =>
  canWriteReview(actor, assignment) && assignment.part !== "junior";

/** The text is for who said yes. */
export const canReadReviewed = (actor: Actor, assignment: JudgedAssignment): boolean =>
  canSeeAssignment(actor, assignment) && (assignment.state === "accepted" || isDone(assignment.state));
