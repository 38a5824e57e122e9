import type { Db } from "~db/client.server";
import type { MailChoice } from "~db/schema/telling";

/** Keeps what a person wishes to be told by mail. It is about what is told from now on. */
export async function chooseMails(db: Db, personId: string, choice: MailChoice, now: Date): Promise<void> {
  const chosen = { choice, changed_at: now.toISOString() };
  await db
    .insertInto("mail_choice")
    .values({ person_id: personId, ...chosen })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet(chosen))
    .execute();
}
