import type { Db } from "~db/client.server";

/** A field of a review as it stands. */
export interface StoredReviewField {
  field: string;
  value: string;
  revision: number;
  savedAt: string;
  /** The name of who saved it; null when the account is gone. */
  savedBy: string | null;
  savedById: string | null;
}

/** The fields of a review that were saved after a revision. */
export const listReviewFields = (db: Db, reviewId: string, after = 0): Promise<StoredReviewField[]> =>
  db
    .selectFrom("review_field as field")
    .leftJoin("person", "person.id", "field.saved_by")
    .where("field.review_id", "=", reviewId)
    .where("field.revision", ">", after)
    .orderBy("field.revision")
    .select(["field.field", "field.value", "field.revision", "field.saved_at as savedAt"])
    .select(["field.saved_by as savedById", "person.name as savedBy"])
    .execute();

/** The value that a field had at one of its own revisions; undefined when it has none such. */
export const getReviewChange = (
  db: Db,
  reviewId: string,
  revision: number,
): Promise<{ field: string; value: string } | undefined> =>
  db
    .selectFrom("review_change")
    .where("review_id", "=", reviewId)
    .where("revision", "=", revision)
    .select(["field", "value"])
    .executeTakeFirst();
