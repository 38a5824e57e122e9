import type { Db } from "~db/client.server";
import { isDone } from "./assignment";
import { getAgreement, listRounds } from "./review-queries.server";
import type { Rubric } from "./rubric";
import { getRubricVersion } from "./rubric-queries.server";
import type { SharedReview } from "./shared-view";
import { maySign } from "./who-sees-whom";

export interface PublishedRound {
  /** Of the contribution's rounds, from 1. */
  number: number;
  closedAt: string;
  rubric: Rubric;
  reviews: SharedReview[];
}

/** Whether there is a review of a published entry that everyone may read: what `listPublishedReviews` would find, in one question. */
export async function hasPublishedReviews(db: Db, entryId: string): Promise<boolean> {
  const row = await db
    .selectFrom("contribution")
    .innerJoin("review_agreement as agreement", "agreement.contribution_id", "contribution.id")
    .innerJoin("review_round as round", "round.contribution_id", "contribution.id")
    .innerJoin("review", "review.round_id", "round.id")
    .innerJoin("review_assignment as writer", "writer.review_id", "review.id")
    .where("contribution.entry_id", "=", entryId)
    .where("contribution.status", "in", ["published", "superseded"])
    .where("agreement.publishes", "=", 1)
    .where("round.closed_at", "is not", null)
    .where("writer.state", "in", ["submitted", "thanked"])
    .groupBy("review.id")
    .having(({ fn }) => fn.min("writer.may_publish"), "=", 1)
    .select("review.id")
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The reviews of a published entry that may be read by everyone: where the authors agreed, and all who wrote it; the latest round
 * first. A name stands only where its holder wanted it and nothing else was promised.
 */
export async function listPublishedReviews(db: Db, entryId: string): Promise<PublishedRound[]> {
  const contributions = await db
    .selectFrom("contribution")
    .where("entry_id", "=", entryId)
    .where("status", "in", ["published", "superseded"])
    .orderBy("updated_at", "desc")
    .select("id")
    .execute();
  const published: PublishedRound[] = [];
  for (const { id } of contributions) {
    if (!(await getAgreement(db, id))) continue;
    for (const round of await listRounds(db, id)) {
      const open = round.reviews.flatMap((review) => {
        const writers = review.assignments.filter(({ state }) => isDone(state));
        if (writers.length === 0 || !writers.every(({ consents }) => consents.mayPublish)) return [];
        const signed = maySign(round.anonymity) ? writers.filter(({ consents }) => consents.signs) : [];
        const { scores, comments, strengths } = review.content;
        const names = signed.flatMap(({ person }) => (person ? [person.name] : []));
        return [{ id: review.id, names, scores, comments, strengths, changes: review.changes }];
      });
      if (open.length === 0 || round.closedAt === null) continue;
      published.push({
        number: round.number,
        closedAt: round.closedAt,
        rubric: await getRubricVersion(db, round.networkId, round.rubricVersion),
        reviews: open.map((review, index) => ({ ...review, number: index + 1 })),
      });
    }
  }
  return published;
}
