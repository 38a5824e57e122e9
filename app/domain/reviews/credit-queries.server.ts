import type { Db } from "~db/client.server";

/** A reviewer who may be named for what they reviewed. */
export interface CreditedReviewer {
  personId: string;
  name: string;
  orcid: string | null;
}

/**
 * Those who are named with a contribution as its reviewers: who wanted to sign, where the authors agreed. Where reviewers were
 * promised to stay hidden nobody is, whatever they ticked.
 */
export async function creditedReviewers(db: Db, contributionId: string): Promise<CreditedReviewer[]> {
  return db
    .selectFrom("review_assignment as assignment")
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .innerJoin("review_agreement as agreement", "agreement.contribution_id", "round.contribution_id")
    .innerJoin("person", "person.id", "assignment.person_id")
    .where("round.contribution_id", "=", contributionId)
    .where("round.anonymity", "=", "open")
    .where("agreement.publishes", "=", 1)
    .where("assignment.state", "in", ["submitted", "thanked"])
    .where("assignment.signs", "=", 1)
    .select(["person.id as personId", "person.name", "person.orcid"])
    .distinct()
    .orderBy("person.name")
    .execute();
}
