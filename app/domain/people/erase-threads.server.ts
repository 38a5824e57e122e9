import type { Db } from "~db/client.server";

/** Deletes threads in which only this person wrote. In others the words stay, so that answers can be understood; the name goes. */
export async function eraseThreads(trx: Db, personId: string): Promise<void> {
  const written = trx.selectFrom("thread_message").where("writer_id", "=", personId).select("thread_id");
  const withOthers = trx
    .selectFrom("thread_message")
    .where(({ eb, or }) => or([eb("writer_id", "is", null), eb("writer_id", "!=", personId)]))
    .select("thread_id");
  const alone = await trx
    .selectFrom("thread")
    .where("id", "in", written)
    .where("id", "not in", withOthers)
    .select("id")
    .execute();
  const ids = alone.map(({ id }) => id);
  await trx.deleteFrom("notification").where("subject_kind", "=", "thread").where("subject_id", "in", ids).execute();
  await trx.deleteFrom("thread").where("id", "in", ids).execute();
  // Why somebody reported something was told to those who moderate; once they have decided, nobody needs it.
  await trx.deleteFrom("thread_report").where("reporter_id", "=", personId).where("outcome", "is not", null).execute();
}
