import type { Db } from "~db/client.server";
import type { MailChoice } from "~db/schema/telling";
import { getMailChoice } from "./mail-choice-queries.server";

/** Keeps what a person wishes to be told by mail, from now on: what they did not wish to hear until now does not come afterwards. */
export async function chooseMails(db: Db, personId: string, choice: MailChoice, now: Date): Promise<void> {
  const chosen = { choice, changed_at: now.toISOString() };
  await db.transaction().execute(async (trx) => {
    const before = await getMailChoice(trx, personId);
    if (before === "none" || before === "waits")
      await trx
        .updateTable("notification")
        .set({ mailed_at: now.toISOString() })
        .where("person_id", "=", personId)
        .where("mailed_at", "is", null)
        .$if(before === "waits", (query) => query.where("waits", "=", 0))
        .execute();
    await trx
      .insertInto("mail_choice")
      .values({ person_id: personId, ...chosen })
      .onConflict((conflict) => conflict.column("person_id").doUpdateSet(chosen))
      .execute();
  });
}
