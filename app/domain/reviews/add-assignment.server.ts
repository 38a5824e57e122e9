import { randomUUID } from "node:crypto";
import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Contribution } from "~/domain/contributions/contribution";
import type { Db } from "~db/client.server";
import type { ReviewerPart } from "~db/schema/review";
import type { Round } from "./review";
import { tellReviewer } from "./tell-sides.server";

/** Begins an empty review in a round. @returns its id */
export async function startReview(trx: Db, round: Pick<Round, "id">): Promise<string> {
  const id = randomUUID();
  await trx.insertInto("review").values({ id, round_id: round.id, revision: 0 }).execute();
  return id;
}

interface NewAssignment {
  reviewId: string;
  personId: string;
  part: ReviewerPart;
  dueOn: string;
}

/** Puts somebody on a review, and tells them. */
export async function addAssignment(
  trx: Db,
  doer: Doer,
  contribution: Contribution,
  { reviewId, personId, part, dueOn }: NewAssignment,
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto("review_assignment")
    .values({
      id,
      review_id: reviewId,
      person_id: personId,
      part,
      state: "invited",
      due_on: dueOn,
      invited_by: doer.actor?.person.id ?? null,
      invited_at: doer.at.toISOString(),
      ...{ may_publish: 0, signs: 0, listed: 0 },
    })
    .execute();
  await recordEvent(trx, doer, {
    action: "invite-reviewer",
    subject: { kind: "assignment", id },
    details: { contribution: contribution.id, reviewer: personId, to: "invited" },
  });
  await tellReviewer(trx, contribution, { id, personId }, { kind: "review-invited", waits: true }, doer.at);
  return id;
}
