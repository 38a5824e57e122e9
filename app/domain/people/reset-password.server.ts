import type { Doer } from "~/domain/audit/doer";
import { addMail, removeMail } from "~/domain/mail/mail-queries.server";
import { revokeTokens } from "~/domain/tokens/token-queries.server";
import type { Db } from "~db/client.server";
import { addToken, findToken, takeToken } from "./one-time-token-queries.server";
import { hashPassword } from "./password-hash.server";
import { endSessions } from "./session-queries.server";

/** Sends a link to choose a new password, when the address has an account; the same steps are taken when it has none. */
export async function requestPasswordReset(db: Db, email: string, origin: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const person = await trx.selectFrom("person").where("email", "=", email).selectAll().executeTakeFirst();
    const token = await addToken(trx, { purpose: "reset-password", personId: person?.id }, now);
    const { name, language } = person ?? { name: email, language: "en" };
    const values = { name, link: `${origin}/password/new?token=${token}` };
    const mail = await addMail(trx, { to: email, personId: person?.id, name: "resetPassword", values, language }, now);
    // A mail that nobody is to get is written like any other, and gone before anyone sees it.
    await removeMail(trx, person ? "" : mail);
  });
}

/**
 * Sets the password with such a link, signs the person out everywhere and ends their tokens: whoever knew the old one may have made some.
 * @returns the person, or null for a link that does not work
 */
export async function resetPassword(
  db: Db,
  doer: Doer,
  { token, password }: { token: string; password: string },
): Promise<{ personId: string; secondFactor: boolean } | null> {
  const passwordHash = await hashPassword(password);
  return db.transaction().execute(async (trx) => {
    const found = await findToken(trx, "reset-password", token, doer.at);
    if (!found?.person_id || !(await takeToken(trx, found.hash))) return null;
    await setPassword(trx, found.person_id, passwordHash, doer.at);
    await endSessions(trx, found.person_id);
    await revokeTokens(trx, doer, found.person_id);
    const factor = await trx
      .selectFrom("second_factor")
      .where("person_id", "=", found.person_id)
      .where("confirmed_at", "is not", null)
      .select("person_id")
      .executeTakeFirst();
    return { personId: found.person_id, secondFactor: factor !== undefined };
  });
}

/** Sets the password and tells the person. */
export async function setPassword(db: Db, personId: string, passwordHash: string, now: Date): Promise<void> {
  const at = now.toISOString();
  const person = await db
    .updateTable("person")
    .set(({ fn, ref, val }) => ({
      password_hash: passwordHash,
      updated_at: at,
      // The link came by mail: whoever has it reads that address.
      email_confirmed_at: fn.coalesce(ref("email_confirmed_at"), val(at)),
    }))
    .where("id", "=", personId)
    .returning(["email", "name", "language"])
    .executeTakeFirstOrThrow();
  const { email: to, name, language } = person;
  // Whoever had asked for a link before has no use for it any more.
  await db
    .deleteFrom("one_time_token")
    .where("person_id", "=", personId)
    .where("purpose", "!=", "change-email")
    .execute();
  await addMail(db, { to, personId, name: "passwordChanged", values: { name }, language }, now);
}
