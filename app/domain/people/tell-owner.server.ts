import { addMail } from "~/domain/mail/mail-queries.server";
import type { Db } from "~db/client.server";

/** Where an address has an account already, its owner is told by mail that it was given again. @returns whether there is one */
export async function tellOwner(trx: Db, email: string, origin: string, now: Date): Promise<boolean> {
  const owner = await trx.selectFrom("person").where("email", "=", email).selectAll().executeTakeFirst();
  if (!owner) return false;
  const values = { name: owner.name, signIn: `${origin}/sign-in`, reset: `${origin}/password/forgotten` };
  const { id: personId, language } = owner;
  await addMail(trx, { to: email, personId, name: "alreadyRegistered", values, language }, now);
  return true;
}
