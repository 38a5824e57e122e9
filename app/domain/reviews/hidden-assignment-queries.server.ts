import type { Db } from "~db/client.server";

/** Rounds on what somebody wrote, in which they may not know who reviews. */
const selectHiddenRounds = (db: Db, authorId: string) =>
  db
    .selectFrom("review_round as round")
    .innerJoin("contribution_author as author", "author.contribution_id", "round.contribution_id")
    .where("author.person_id", "=", authorId)
    .where("round.anonymity", "!=", "open");

/**
 * Assignments that are not there for an author, whatever else they are: who coordinates a network counts reviewers' work and who
 * administers reads logs and mails, but never so that it tells who reviews them.
 */
export const selectHiddenAssignments = (db: Db, authorId: string) =>
  selectHiddenRounds(db, authorId)
    .innerJoin("review", "review.round_id", "round.id")
    .innerJoin("review_assignment as hidden", "hidden.review_id", "review.id")
    .select("hidden.id");

/** The works themselves. */
export const selectHiddenlyReviewed = (db: Db, authorId: string) =>
  selectHiddenRounds(db, authorId).select("round.contribution_id");
