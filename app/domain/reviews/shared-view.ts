import type { Recommendation } from "~db/schema/review";
import { isDone } from "./assignment";
import type { RequestedChange, Review, ReviewedRound } from "./review";
import { maySee, type Side } from "./who-sees-whom";

/** A review as somebody other than a coordinator may read it. */
export interface SharedReview {
  id: string;
  /** Its place in the round, from 1: all that is told of who wrote it where names are hidden. */
  number: number;
  /** Names of those who wrote it, where they may be known. */
  names: string[];
  scores: Record<string, number>;
  comments: Record<string, string>;
  strengths: string;
  changes: RequestedChange[];
  /** For coordinators alone. */
  confidential?: string;
  recommendation?: Recommendation | null;
}

/** Cuts the submitted reviews of a round down to what `viewer` may know. */
export const shareReviews = (round: ReviewedRound, viewer: Side): SharedReview[] =>
  round.reviews
    .filter(({ submittedAt }) => submittedAt !== null)
    .map((review, index) => ({
      id: review.id,
      number: index + 1,
      names: maySee(viewer, "reviewer", round.anonymity) ? writersOf(review) : [],
      scores: review.content.scores,
      comments: review.content.comments,
      strengths: review.content.strengths,
      changes: review.changes,
      ...(viewer === "coordinator" && {
        confidential: review.content.confidential,
        recommendation: review.content.recommendation,
      }),
    }));

const writersOf = ({ assignments }: Review): string[] =>
  assignments.flatMap(({ state, person }) => (isDone(state) && person ? [person.name] : []));
