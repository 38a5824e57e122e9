import type { AppLoadContext } from "@remix-run/node";
import { headOf } from "~/contribution-at-hand.server";
import { judgeCompleteness, missingFields } from "~/domain/contributions/completeness";
import { type Contribution, valuesOf } from "~/domain/contributions/contribution";
import { countLinks } from "~/domain/links/contribution-link";
import { listContributionLinks } from "~/domain/links/contribution-link-queries.server";
import { getNetwork } from "~/domain/networks/network-detail-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import { isOverdue } from "~/domain/reviews/assignment";
import { isCorrection } from "~/domain/reviews/correction-queries.server";
import type { Assignment, ReviewedRound } from "~/domain/reviews/review";
import { canCoordinate } from "~/domain/reviews/review-policy";
import { getAgreement, listDecisions, listRounds } from "~/domain/reviews/review-queries.server";
import type { Rubric } from "~/domain/reviews/rubric";
import { getRubricVersion } from "~/domain/reviews/rubric-queries.server";
import { shareReviews } from "~/domain/reviews/shared-view";
import { mayAcceptUnreviewed } from "~/domain/reviews/unreviewed";
import type { AssignmentLine } from "~/ui/review/assignment-lines";

interface AtHand {
  actor: NonNullable<Actor>;
  contribution: Contribution;
}

/** What the page of a review shows: everything to coordinators, to authors what they may know. */
export async function readReviewPage(context: AppLoadContext, request: Request, atHand: AtHand) {
  const { readDb, now } = context.services;
  const { actor, contribution } = atHand;
  const { id } = contribution;
  const rounds = await withRubrics(context, await listRounds(readDb, id));
  const shared = {
    head: headOf(atHand),
    decisions: await listDecisions(readDb, id),
    done: new URL(request.url).searchParams.has("done"),
  };
  if (!canCoordinate(actor, contribution))
    return {
      view: "author" as const,
      ...shared,
      rounds: rounds
        .filter(({ round }) => round.closedAt !== null)
        .map(({ round, rubric }) => ({
          number: round.number,
          anonymity: round.anonymity,
          reviews: shareReviews(round, "author"),
          rubric,
        })),
      publishes: await getAgreement(readDb, id),
    };
  const values = valuesOf(contribution);
  const network = await getNetwork(readDb, contribution.networkId ?? "");
  const correction = await isCorrection(readDb, id);
  return {
    view: "coordinator" as const,
    ...shared,
    percent: judgeCompleteness(contribution.kind, values, countLinks(await listContributionLinks(readDb, id))).percent,
    missing: missingFields(contribution.kind, values),
    mayAcceptUnreviewed: network !== undefined && mayAcceptUnreviewed(contribution, network, correction),
    rounds: rounds.map(({ round, rubric }) => ({
      id: round.id,
      number: round.number,
      openedAt: round.openedAt,
      closed: round.closedAt !== null,
      anonymity: round.anonymity,
      needed: round.reviewsNeeded,
      assignments: round.reviews.flatMap(({ assignments }) => assignments.map((one) => toLine(one, now()))),
      reviews: shareReviews(round, "coordinator"),
      rubric,
    })),
  };
}

async function withRubrics({ services: { readDb } }: AppLoadContext, rounds: ReviewedRound[]) {
  const read: { round: ReviewedRound; rubric: Rubric }[] = [];
  for (const round of rounds)
    read.push({ round, rubric: await getRubricVersion(readDb, round.networkId, round.rubricVersion) });
  return read;
}

const toLine = (assignment: Assignment, now: Date): AssignmentLine => ({
  id: assignment.id,
  name: assignment.person?.name ?? null,
  part: assignment.part,
  state: assignment.state,
  dueOn: assignment.dueOn,
  overdue: isOverdue(assignment, now),
  declineReason: assignment.declineReason,
  declineNote: assignment.declineNote,
  suggestion: assignment.suggestion,
  declaredConflict: assignment.declaredConflict,
  remindedAt: assignment.remindedAt,
});
