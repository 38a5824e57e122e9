import type { Db } from "~db/client.server";

/** What a person wrote in discussions, and what they reported there. */
export async function listSaidBy(db: Db, personId: string) {
  return {
    messages: await db
      .selectFrom("thread_message as message")
      .innerJoin("thread", "thread.id", "message.thread_id")
      .where("message.writer_id", "=", personId)
      .orderBy("message.written_at")
      .select(["thread.id as thread", "message.number", "message.text", "message.quote"])
      .select(["thread.entry_id as about_entry", "thread.contribution_id as about_contribution"])
      .select(["message.written_at", "message.edited_at", "message.removed_at", "message.removal_reason"])
      // The words that a thread is about, and its title, are theirs who began it.
      .select((eb) => [
        eb.case().when("thread.started_by", "=", personId).then(eb.ref("thread.title")).end().as("began_as"),
        eb.case().when("thread.started_by", "=", personId).then(eb.ref("thread.quote")).end().as("about_words"),
      ])
      .execute(),
    reports: await db
      .selectFrom("thread_report")
      .where("reporter_id", "=", personId)
      .orderBy("reported_at")
      .select(["thread_id as thread", "number", "reason", "reported_at", "outcome", "decided_at"])
      .execute(),
  };
}
