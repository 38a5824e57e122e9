import type { Db } from "~db/client.server";
import type { ContributionKind, ContributionStatus } from "~db/schema/contribution";
import type { Anonymity } from "~db/schema/membership";
import type { AssignmentState, ReviewerPart } from "~db/schema/review";
import type { Consents, Round } from "./review";

/** An assignment with all that its reviewer's pages and its policy ask of it. */
export interface ReviewerTask {
  id: string;
  personId: string | null;
  personName: string | null;
  networkId: string;
  state: AssignmentState;
  part: ReviewerPart;
  reviewId: string;
  /** Of the review. */
  revision: number;
  dueOn: string;
  invitedAt: string;
  submittedAt: string | null;
  declaredConflict: string | null;
  consents: Consents;
  round: Round;
  contribution: { id: string; kind: ContributionKind; status: ContributionStatus; language: string };
}

const selectTasks = (db: Db) =>
  db
    .selectFrom("review_assignment as assignment")
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .innerJoin("contribution", "contribution.id", "round.contribution_id")
    .leftJoin("person", "person.id", "assignment.person_id")
    .select("person.name as person_name")
    .select(["assignment.id", "assignment.person_id", "assignment.state", "assignment.part", "assignment.due_on"])
    .select(["assignment.invited_at", "assignment.submitted_at", "assignment.declared_conflict"])
    .select(["assignment.may_publish", "assignment.signs", "assignment.listed"])
    .select(["review.id as review_id", "review.revision as review_revision"])
    .select(["round.id as round_id", "round.number", "round.revision", "round.anonymity", "round.rubric_version"])
    .select(["round.network_id", "round.reviews_needed", "round.opened_at", "round.closed_at"])
    .select([
      "contribution.id as contribution_id",
      "contribution.kind",
      "contribution.status",
      "contribution.language",
    ]);

type TaskRow = Awaited<ReturnType<ReturnType<typeof selectTasks>["execute"]>>[number];

const toTask = (row: TaskRow): ReviewerTask => ({
  id: row.id,
  personId: row.person_id,
  personName: row.person_name,
  networkId: row.network_id,
  state: row.state,
  part: row.part,
  reviewId: row.review_id,
  revision: row.review_revision,
  dueOn: row.due_on,
  invitedAt: row.invited_at,
  submittedAt: row.submitted_at,
  declaredConflict: row.declared_conflict,
  consents: { mayPublish: row.may_publish === 1, signs: row.signs === 1, listed: row.listed === 1 },
  round: {
    id: row.round_id,
    contributionId: row.contribution_id,
    networkId: row.network_id,
    number: row.number,
    revision: row.revision,
    rubricVersion: row.rubric_version,
    anonymity: row.anonymity as Anonymity,
    reviewsNeeded: row.reviews_needed,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  },
  contribution: { id: row.contribution_id, kind: row.kind, status: row.status, language: row.language },
});

export async function getReviewerTask(db: Db, id: string): Promise<ReviewerTask | undefined> {
  const row = await selectTasks(db).where("assignment.id", "=", id).executeTakeFirst();
  return row && toTask(row);
}

/** Everyone who was asked in the review of an assignment, or the one of a person's earlier rounds. */
export async function listTasksOfReview(db: Db, reviewId: string): Promise<ReviewerTask[]> {
  return (await selectTasks(db).where("assignment.review_id", "=", reviewId).execute()).map(toTask);
}

export async function listTasksOfRound(db: Db, roundId: string): Promise<ReviewerTask[]> {
  return (await selectTasks(db).where("round.id", "=", roundId).orderBy("assignment.id").execute()).map(toTask);
}

/** A line of a reviewer's own list. */
export interface OwnReview extends Omit<ReviewerTask, "consents"> {
  title: string;
  network: string;
}

/** What somebody was asked to review, the latest first. */
export async function listOwnReviews(db: Db, personId: string): Promise<OwnReview[]> {
  const rows = await selectTasks(db)
    .innerJoin("entry as network", "network.id", "round.network_id")
    .leftJoin("contribution_field as title", (join) =>
      join.onRef("title.contribution_id", "=", "contribution.id").on("title.field", "=", "title"),
    )
    .where("assignment.person_id", "=", personId)
    .orderBy("assignment.invited_at", "desc")
    .orderBy("assignment.id")
    .select(["title.value as title", "network.title as network"])
    .execute();
  return rows.map((row) => ({ ...toTask(row), title: row.title ?? "", network: row.network }));
}
