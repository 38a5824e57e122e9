import type { Db } from "~db/client.server";

/** What a person decided, answered and set for others, in their own words. */
export async function listDecidedBy(db: Db, personId: string) {
  const rubrics = await db
    .selectFrom("rubric")
    .where("saved_by", "=", personId)
    .orderBy("saved_at")
    .select(["network_id as network", "version", "language", "criteria", "saved_at"])
    .execute();
  return {
    decisions: await db
      .selectFrom("review_decision")
      .where("decided_by", "=", personId)
      .orderBy("decided_at")
      .select(["contribution_id as contribution", "verb", "reason", "decided_at"])
      .execute(),
    answers_to_reviewers: await db
      .selectFrom("requested_change as change")
      .innerJoin("review", "review.id", "change.review_id")
      .innerJoin("review_round as round", "round.id", "review.round_id")
      .where("change.responded_by", "=", personId)
      .orderBy("change.responded_at")
      .select(["round.contribution_id as contribution", "round.number as round", "change.position"])
      .select(["change.response", "change.responded_at"])
      .execute(),
    agreed_to_publish_reviews: await db
      .selectFrom("review_agreement")
      .where("said_by", "=", personId)
      .select(["contribution_id as contribution", "publishes", "said_at"])
      .execute(),
    rubrics: rubrics.map(({ criteria, ...rubric }) => ({ ...rubric, criteria: JSON.parse(criteria) as unknown })),
    documents_read_in: await db
      .selectFrom("document_draft")
      .where("created_by", "=", personId)
      .orderBy("created_at")
      .select(["id", "source_name", "created_at", "updated_at"])
      .execute(),
  };
}
