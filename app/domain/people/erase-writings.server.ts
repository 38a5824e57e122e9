import type { Db } from "~db/client.server";
import { eraseThreads } from "./erase-threads.server";

/** Deletes what only this person wrote and nobody published, and takes them off what they wrote with others. @returns hashes of bytes that nothing uses any more */
export async function eraseWritings(trx: Db, personId: string): Promise<string[]> {
  const mine = trx.selectFrom("contribution_author").where("person_id", "=", personId).select("contribution_id");
  const published = trx.selectFrom("entry_version").where("contribution_id", "is not", null).select("contribution_id");
  const withOthers = trx
    .selectFrom("contribution_author")
    .where("person_id", "is not", null)
    .where("person_id", "!=", personId)
    .select("contribution_id");
  const alone = await trx
    .selectFrom("contribution")
    .where("id", "in", mine)
    .where("id", "not in", withOthers)
    .select(({ eb }) => ["id", eb("id", "in", published).as("published")])
    .execute();
  const goes = alone.flatMap(({ id, published }) => (published ? [] : [id]));
  const files = await trx
    .selectFrom("contribution_file")
    .where("contribution_id", "in", goes)
    .select("sha256")
    .execute();
  await trx
    .deleteFrom("notification")
    .where("subject_kind", "=", "contribution")
    .where("subject_id", "in", goes)
    .execute();
  await trx.deleteFrom("contribution").where("id", "in", goes).execute();
  // Of what was published, its text is kept as a version; how it came about is not.
  await trx
    .deleteFrom("contribution_change")
    .where(
      "contribution_id",
      "in",
      alone.map(({ id }) => id),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("contribution_field as field")
            .whereRef("field.contribution_id", "=", "contribution_change.contribution_id")
            .whereRef("field.revision", "=", "contribution_change.revision")
            .select("field.field"),
        ),
      ),
    )
    .execute();
  await trx
    .deleteFrom("contribution_author")
    .where("person_id", "=", personId)
    .where("contribution_id", "not in", published)
    .execute();
  await eraseReviews(trx, personId);
  await eraseThreads(trx, personId);
  const used = trx.selectFrom("contribution_file").select("sha256");
  const hashes = [...new Set(files.map(({ sha256 }) => sha256))];
  const stillUsed = await used.where("sha256", "in", hashes).execute();
  return hashes.filter((hash) => !stillUsed.some(({ sha256 }) => sha256 === hash));
}

/** What the person said of themselves goes, and reviews that they alone had begun; what was handed in stays, without a name. */
async function eraseReviews(trx: Db, personId: string): Promise<void> {
  const nothing = { decline_note: null, suggestion: null, declared_conflict: null, signs: 0, listed: 0 } as const;
  await trx.updateTable("review_assignment").set(nothing).where("person_id", "=", personId).execute();
  const begun = trx
    .selectFrom("review")
    .innerJoin("review_assignment as assignment", "assignment.review_id", "review.id")
    .where("review.submitted_at", "is", null)
    .groupBy("review.id")
    .having(({ fn, eb, val }) => eb(fn.sum<number>(eb("assignment.person_id", "is not", val(personId))), "=", 0))
    .select("review.id");
  await trx.deleteFrom("review_change").where("review_id", "in", begun).execute();
  await trx.deleteFrom("review_field").where("review_id", "in", begun).execute();
}
