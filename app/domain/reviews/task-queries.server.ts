import type { Db } from "~db/client.server";
import type { AssignmentState } from "~db/schema/review";
import { isOverdue } from "./assignment";

/** An open assignment as a coordinator's queue shows it. */
interface ReviewTask {
  id: string;
  contribution: { id: string; title: string; language: string };
  /** The round, from 1. */
  round: number;
  /** Null: the account was erased. */
  reviewer: { id: string; name: string } | null;
  state: AssignmentState;
  invitedAt: string;
  /** A day. */
  dueOn: string;
  overdue: boolean;
}

/**
 * What reviewers of a network were asked and have not yet sent, in rounds that are open; what is due first comes first.
 * For coordinators alone, and of the contributions that a coordinator wrote not for them: leave out those whose id is in `ownIds`.
 */
export async function listReviewTasks(
  db: Db,
  networkId: string,
  now: Date,
  ownIds: readonly string[] = [],
): Promise<ReviewTask[]> {
  const rows = await db
    .selectFrom("review_assignment as assignment")
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .innerJoin("contribution", "contribution.id", "round.contribution_id")
    .leftJoin("contribution_field as title", (join) =>
      join.onRef("title.contribution_id", "=", "contribution.id").on("title.field", "=", "title"),
    )
    .leftJoin("person", "person.id", "assignment.person_id")
    .where("round.network_id", "=", networkId)
    .where("round.closed_at", "is", null)
    .where("assignment.state", "in", ["invited", "accepted"])
    .orderBy("assignment.due_on")
    .orderBy("assignment.id")
    .select(["assignment.id", "assignment.state", "assignment.due_on", "assignment.invited_at", "round.number"])
    .select(["contribution.id as contribution_id", "contribution.language", "title.value as title"])
    .select(["person.id as person_id", "person.name"])
    .execute();
  return rows
    .filter((row) => !ownIds.includes(row.contribution_id))
    .map((row) => ({
      id: row.id,
      contribution: { id: row.contribution_id, title: row.title ?? "", language: row.language },
      round: row.number,
      reviewer: row.person_id === null ? null : { id: row.person_id, name: row.name ?? "" },
      state: row.state,
      invitedAt: row.invited_at,
      dueOn: row.due_on,
      overdue: isOverdue({ state: row.state, dueOn: row.due_on }, now),
    }));
}
