import { isFieldName } from "~/domain/contributions/contribution-fields";
import type { Db } from "~db/client.server";
import type { Assignment, Decision, RequestedChange, Review, ReviewedRound, Round } from "./review";
import { toContent } from "./review-fields";

const selectRounds = (db: Db) =>
  db
    .selectFrom("review_round as round")
    .select(["round.id", "round.number", "round.revision", "round.anonymity"])
    .select([
      "round.contribution_id as contributionId",
      "round.network_id as networkId",
      "round.rubric_version as rubricVersion",
      "round.reviews_needed as reviewsNeeded",
      "round.opened_at as openedAt",
      "round.closed_at as closedAt",
    ]);

/** The latest round of a contribution, whether open or decided. */
export const getLatestRound = (db: Db, contributionId: string): Promise<Round | undefined> =>
  selectRounds(db)
    .where("round.contribution_id", "=", contributionId)
    .orderBy("round.number", "desc")
    .executeTakeFirst();

/** All rounds with all that was written in them, the latest first: for coordinators, and to be cut down for anyone else. */
export async function listRounds(db: Db, contributionId: string): Promise<ReviewedRound[]> {
  const rounds = await selectRounds(db)
    .where("round.contribution_id", "=", contributionId)
    .orderBy("round.number", "desc")
    .execute();
  const reviews = await readReviews(
    db,
    rounds.map(({ id }) => id),
  );
  return rounds.map((round) => ({
    ...round,
    reviews: reviews.flatMap(({ roundId, review }) => (roundId === round.id ? [review] : [])),
  }));
}

async function readReviews(db: Db, roundIds: string[]): Promise<{ roundId: string; review: Review }[]> {
  // By id, which is random: no order tells who was asked first.
  const rows = await db.selectFrom("review").where("round_id", "in", roundIds).orderBy("id").selectAll().execute();
  const ids = rows.map(({ id }) => id);
  const [fields, changes, assignments] = await Promise.all([
    db.selectFrom("review_field").where("review_id", "in", ids).select(["review_id", "field", "value"]).execute(),
    listChangesOf(db, ids),
    listAssignmentsOf(db, ids),
  ]);
  return rows.map((row) => ({
    roundId: row.round_id,
    review: {
      id: row.id,
      submittedAt: row.submitted_at,
      content: toContent(
        Object.fromEntries(
          fields.flatMap(({ review_id, field, value }) => (review_id === row.id ? [[field, value]] : [])),
        ),
      ),
      changes: changes.flatMap(({ reviewId, ...change }) => (reviewId === row.id ? [change] : [])),
      assignments: assignments.filter(({ reviewId }) => reviewId === row.id),
    },
  }));
}

async function listChangesOf(db: Db, reviewIds: string[]): Promise<(RequestedChange & { reviewId: string })[]> {
  const rows = await db
    .selectFrom("requested_change")
    .where("review_id", "in", reviewIds)
    .orderBy("kind")
    .orderBy("position")
    .selectAll()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reviewId: row.review_id,
    kind: row.kind,
    field: row.field !== null && isFieldName(row.field) ? row.field : null,
    text: row.text,
    response: row.response,
    respondedAt: row.responded_at,
  }));
}

async function listAssignmentsOf(db: Db, reviewIds: string[]): Promise<Assignment[]> {
  const rows = await db
    .selectFrom("review_assignment as assignment")
    .leftJoin("person", "person.id", "assignment.person_id")
    .where("assignment.review_id", "in", reviewIds)
    .orderBy("assignment.invited_at")
    .orderBy("assignment.id")
    .selectAll("assignment")
    .select("person.name")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reviewId: row.review_id,
    person: row.person_id === null ? null : { id: row.person_id, name: row.name ?? "" },
    part: row.part,
    state: row.state,
    dueOn: row.due_on,
    invitedAt: row.invited_at,
    answeredAt: row.answered_at,
    declineReason: row.decline_reason,
    declineNote: row.decline_note,
    suggestion: row.suggestion,
    declaredConflict: row.declared_conflict,
    remindedAt: row.reminded_at,
    submittedAt: row.submitted_at,
    consents: { mayPublish: row.may_publish === 1, signs: row.signs === 1, listed: row.listed === 1 },
  }));
}

/** What coordinators decided on a contribution, the latest first. */
export async function listDecisions(db: Db, contributionId: string): Promise<Decision[]> {
  return db
    .selectFrom("review_decision as decision")
    .leftJoin("person", "person.id", "decision.decided_by")
    .where("decision.contribution_id", "=", contributionId)
    .orderBy("decision.decided_at", "desc")
    .orderBy("decision.id")
    .select(["decision.verb", "decision.round_id as roundId", "decision.reason", "person.name as decidedBy"])
    .select("decision.decided_at as decidedAt")
    .execute();
}

/** Whether the authors want the reviews to be published. Null: they have not said. */
export async function getAgreement(db: Db, contributionId: string): Promise<boolean | null> {
  const row = await db
    .selectFrom("review_agreement")
    .where("contribution_id", "=", contributionId)
    .select("publishes")
    .executeTakeFirst();
  return row ? row.publishes === 1 : null;
}
