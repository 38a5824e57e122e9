import type { Evidence, LinkType } from "./link";
import type { Anonymity } from "./membership";

export const assignmentStates = [
  "invited",
  "accepted",
  "declined",
  "submitted",
  "thanked",
  "cancelled",
  "replaced",
] as const;
export type AssignmentState = (typeof assignmentStates)[number];
/** Alone, or the two who write one review together. */
export const reviewerParts = ["single", "senior", "junior"] as const;
export type ReviewerPart = (typeof reviewerParts)[number];
export const declineReasons = ["time", "expertise", "conflict", "other"] as const;
export type DeclineReason = (typeof declineReasons)[number];
export const recommendations = ["accept", "minor", "major", "decline"] as const;
export type Recommendation = (typeof recommendations)[number];
/** Without a critical one the practice cannot stand; a strengthening one makes it better. */
export const changeKinds = ["critical", "strengthening"] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const decisionVerbs = ["return", "decline", "accept-unreviewed", "request-changes", "accept"] as const;
export type DecisionVerb = (typeof decisionVerbs)[number];

/** A network's own rubric. Version 0 is the one that everybody has and stands in the catalogues. */
export interface RubricTable {
  network_id: string;
  version: number;
  /** BCP 47 of its texts. */
  language: string;
  /** JSON list of criteria: `{key, title, question, anchors}`. */
  criteria: string;
  saved_by: string | null;
  saved_at: string;
}

/** From the opening of a review, or a resubmission, to the decision. What was promised when it opened holds until it ends. */
export interface ReviewRoundTable {
  id: string;
  contribution_id: string;
  network_id: string;
  number: number;
  /** The contribution's revision that is read. */
  revision: number;
  rubric_version: number;
  anonymity: Anonymity;
  reviews_needed: number;
  opened_at: string;
  closed_at: string | null;
}

/** A link of a contribution as it stood when a round opened. */
export interface ReviewRoundLinkTable {
  round_id: string;
  to_id: string;
  type: LinkType;
  evidence: Evidence | null;
  note: string | null;
}

/** A file of a contribution as it stood when a round opened; its bytes belong to the contribution. */
export interface ReviewRoundFileTable {
  round_id: string;
  /** Of `contribution_file`, where it stands until its authors have taken it out. */
  file_id: string;
  /** From 1. */
  position: number;
  name: string;
  alternative_text: string | null;
  caption: string | null;
  media_type: string;
  bytes: number;
}

/** What a coordinator decided, with or without a round. */
export interface ReviewDecisionTable {
  id: string;
  contribution_id: string;
  round_id: string | null;
  verb: DecisionVerb;
  /** For the authors; may be empty where nothing needs a reason. */
  reason: string;
  decided_by: string | null;
  decided_at: string;
}

/** One review, by one reviewer or by a pair. */
export interface ReviewTable {
  id: string;
  round_id: string;
  /** Rises with each saved field. */
  revision: number;
  submitted_at: string | null;
}

export interface ReviewAssignmentTable {
  id: string;
  review_id: string;
  /** Null: the account was erased. */
  person_id: string | null;
  part: ReviewerPart;
  state: AssignmentState;
  /** A day. Overdue is what is open after it. */
  due_on: string;
  invited_by: string | null;
  invited_at: string;
  answered_at: string | null;
  decline_reason: DeclineReason | null;
  decline_note: string | null;
  /** Whom else one could ask, as the one who declined says. */
  suggestion: string | null;
  /** What the reviewer wanted the coordinator to know when accepting. */
  declared_conflict: string | null;
  reminded_at: string | null;
  /** When it was told that the day has passed. */
  overdue_told_at: string | null;
  submitted_at: string | null;
  /** The assignment that takes the place of this one. */
  replaced_by: string | null;
  /** What the reviewer agrees to. */
  may_publish: 0 | 1;
  signs: 0 | 1;
  listed: 0 | 1;
}

/** A field of a review as it stands: scores, comments, what else the form holds. Lists are JSON. */
export interface ReviewFieldTable {
  review_id: string;
  field: string;
  value: string;
  /** The review's revision that saved it. */
  revision: number;
  saved_by: string | null;
  saved_at: string;
}

/** Every value that a field of a review has had. */
export type ReviewChangeTable = ReviewFieldTable;

/** What a submitted review asks the authors to change, and what they answer. */
export interface RequestedChangeTable {
  id: string;
  review_id: string;
  position: number;
  kind: ChangeKind;
  /** A field of the contribution; null: it is about the whole. */
  field: string | null;
  text: string;
  response: string;
  responded_by: string | null;
  responded_at: string | null;
}

/** Whether the authors want the reviews to be published with their contribution. */
export interface ReviewAgreementTable {
  contribution_id: string;
  publishes: 0 | 1;
  said_by: string | null;
  said_at: string;
}
