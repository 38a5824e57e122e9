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
