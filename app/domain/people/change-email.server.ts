import { addMail } from "~/domain/mail/mail-queries.server";
import type { Db } from "~db/client.server";
import { addToken, findToken, takeToken } from "./one-time-token-queries.server";
import { endSessions } from "./session-queries.server";
import { tellOwner } from "./tell-owner.server";

/** Sends a link to the new address; where that has an account, its owner is told instead, and whoever asked learns nothing. */
export async function requestEmailChange(
  db: Db,
  personId: string,
  email: string,
  origin: string,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const person = await trx.selectFrom("person").where("id", "=", personId).selectAll().executeTakeFirstOrThrow();
    const token = await addToken(trx, { purpose: "change-email", personId, email }, now);
    if (await tellOwner(trx, email, origin, now)) return;
    const values = { name: person.name, link: `${origin}/account/email/confirm?token=${token}` };
    await addMail(trx, { to: email, personId, name: "confirmEmail", values, language: person.language }, now);
  });
}

/** Changes the address, tells the old one, and signs the person out in every browser. @returns the person, or null for a link that does not work */
export async function changeEmail(db: Db, token: string, now: Date): Promise<string | null> {
  return db.transaction().execute(async (trx) => {
    const found = await findToken(trx, "change-email", token, now);
    if (!found?.person_id || !found.email || !(await takeToken(trx, found.hash))) return null;
    const { person_id: id, email } = found;
    const taken = await trx.selectFrom("person").where("email", "=", email).select("id").executeTakeFirst();
    if (taken) return null;
    const before = await trx.selectFrom("person").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
    const at = now.toISOString();
    await trx
      .updateTable("person")
      .set({ email, email_confirmed_at: at, updated_at: at })
      .where("id", "=", id)
      .execute();
    // Links that are on their way to the old address must not open the account.
    await trx.deleteFrom("one_time_token").where("person_id", "=", id).execute();
    await endSessions(trx, id);
    const values = { name: before.name, email };
    await addMail(
      trx,
      { to: before.email, personId: id, name: "emailChanged", values, language: before.language },
      now,
    );
    return id;
  });
}
