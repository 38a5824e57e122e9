import type { Db } from "~db/client.server";
import type { MailChoice } from "~db/schema/telling";

/** Of who has not chosen. Whatever they follow or save was their wish, and each mail can end them. */
export const usualChoice: MailChoice = "all";

export async function getMailChoice(db: Db, personId: string): Promise<MailChoice> {
  const row = await db.selectFrom("mail_choice").where("person_id", "=", personId).select("choice").executeTakeFirst();
  return row?.choice ?? usualChoice;
}
