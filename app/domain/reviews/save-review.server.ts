import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { getReviewerTask } from "./assignment-queries.server";
import { getReviewChange, listReviewFields, type StoredReviewField } from "./review-field-queries.server";
import { canWriteReview } from "./review-policy";

export interface ReviewFieldChange {
  field: string;
  value: string;
  /** The revision of the field on which the person built; 0: it was never saved. */
  base: number;
}

export type ReviewSaveOutcome = { field: string } & (
  | { outcome: "saved"; revision: number }
  | { outcome: "current"; revision: number; value: string }
  /** The other one of the pair saved another text meanwhile; nothing was overwritten. */
  | { outcome: "conflict"; value: string; stored: StoredReviewField }
);

/** Saves fields of a review, each by itself: one in conflict keeps none of the others back. @throws Response */
export async function saveReview(
  db: Db,
  actor: Actor,
  assignmentId: string,
  changes: readonly ReviewFieldChange[],
  now: Date,
): Promise<ReviewSaveOutcome[]> {
  return db.transaction().execute(async (trx) => {
    const task = await getReviewerTask(trx, assignmentId);
    if (!actor || !task || !canWriteReview(actor, task)) throw forbidden();
    const standing = await listReviewFields(trx, task.reviewId);
    const outcomes: ReviewSaveOutcome[] = [];
    let { revision } = task;
    for (const change of changes) {
      const stored = standing.find(({ field }) => field === change.field);
      const settled = await compare(trx, task.reviewId, change, stored);
      if (settled) outcomes.push(settled);
      else {
        revision++;
        await write(trx, task.reviewId, change, { revision, saved_by: actor.person.id, saved_at: now.toISOString() });
        outcomes.push({ field: change.field, outcome: "saved", revision });
      }
    }
    return outcomes;
  });
}

/** Why a change is not to be written, or undefined. */
async function compare(
  db: Db,
  reviewId: string,
  { field, value, base }: ReviewFieldChange,
  stored: StoredReviewField | undefined,
): Promise<ReviewSaveOutcome | undefined> {
  const revision = stored?.revision ?? 0;
  if (value === (stored?.value ?? "")) return { field, outcome: "current", revision, value };
  if (base === revision || !stored) return undefined;
  const built = await getReviewChange(db, reviewId, base);
  const valueThen = built?.field === field ? built.value : "";
  // A form sends all its fields: those that the person left as they were are none of their changes.
  if (value === valueThen) return { field, outcome: "current", revision, value: stored.value };
  return { field, outcome: "conflict", value, stored };
}

interface Written {
  revision: number;
  saved_by: string;
  saved_at: string;
}

async function write(db: Db, reviewId: string, { field, value }: ReviewFieldChange, written: Written): Promise<void> {
  const row = { review_id: reviewId, field, value, ...written };
  await db.insertInto("review_change").values(row).execute();
  await db
    .insertInto("review_field")
    .values(row)
    .onConflict((on) => on.columns(["review_id", "field"]).doUpdateSet({ value, ...written }))
    .execute();
  await db.updateTable("review").set({ revision: written.revision }).where("id", "=", reviewId).execute();
}
