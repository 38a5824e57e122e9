import type { FieldName } from "~/domain/contributions/contribution-fields";
import type { Anonymity } from "~db/schema/membership";
import type {
  AssignmentState,
  ChangeKind,
  DecisionVerb,
  DeclineReason,
  Recommendation,
  ReviewerPart,
} from "~db/schema/review";

export interface Round {
  id: string;
  contributionId: string;
  networkId: string;
  number: number;
  /** Of the contribution, as reviewers read it. */
  revision: number;
  rubricVersion: number;
  anonymity: Anonymity;
  reviewsNeeded: number;
  openedAt: string;
  closedAt: string | null;
}

export interface Assignment {
  id: string;
  reviewId: string;
  person: { id: string; name: string } | null;
  part: ReviewerPart;
  state: AssignmentState;
  /** A day. */
  dueOn: string;
  invitedAt: string;
  answeredAt: string | null;
  declineReason: DeclineReason | null;
  declineNote: string | null;
  suggestion: string | null;
  declaredConflict: string | null;
  remindedAt: string | null;
  submittedAt: string | null;
  consents: Consents;
}

/** What a reviewer agrees to. */
export interface Consents {
  /** The review may be published. */
  mayPublish: boolean;
  /** It may carry their name. */
  signs: boolean;
  /** They may stand in the list of the year's reviewers. */
  listed: boolean;
}

export interface RequestedChange {
  id: string;
  kind: ChangeKind;
  field: FieldName | null;
  text: string;
  response: string;
  respondedAt: string | null;
}

/** What a review says, by the names of its form. */
export interface ReviewContent {
  /** By the criterion's key. */
  scores: Record<string, number>;
  comments: Record<string, string>;
  strengths: string;
  /** For coordinators alone. */
  confidential: string;
  recommendation: Recommendation | null;
  /** Links that the reviewer has checked, as `linkKey` names them. */
  links: string[];
}

export interface Review {
  id: string;
  submittedAt: string | null;
  content: ReviewContent;
  changes: RequestedChange[];
  assignments: Assignment[];
}

export interface ReviewedRound extends Round {
  reviews: Review[];
}

export interface Decision {
  verb: DecisionVerb;
  roundId: string | null;
  reason: string;
  decidedBy: string | null;
  decidedAt: string;
}

export const linkKey = (link: { toId: string; type: string }): string => `${link.type} ${link.toId}`;

export const submittedReviews = ({ reviews }: Pick<ReviewedRound, "reviews">): Review[] =>
  reviews.filter(({ submittedAt }) => submittedAt !== null);

/** Whether as many reviews are in as the network wants before a decision. */
export const isComplete = (round: Pick<ReviewedRound, "reviews" | "reviewsNeeded">): boolean =>
  submittedReviews(round).length >= round.reviewsNeeded;
