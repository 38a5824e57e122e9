import { addMail } from "~/domain/mail/mail-queries.server";
import type { Db } from "~db/client.server";
import { addToken } from "./one-time-token-queries.server";
import { hashPassword } from "./password-hash.server";
import { tellOwner } from "./tell-owner.server";

/** What a registration is until its address is confirmed: no account yet. */
export interface Registration {
  name: string;
  email: string;
  passwordHash: string;
  language: string;
  /** The path to go on to. */
  to?: string;
}

/**
 * Writes to the address that was given: a link that confirms it, or word that there is an account already. Whoever asks learns and
 * notices nothing of which it was.
 */
export async function registerPerson(
  db: Db,
  { password, ...person }: { name: string; email: string; password: string; language: string; to?: string },
  origin: string,
  now: Date,
): Promise<void> {
  const { name, email, language } = person;
  const registration: Registration = { ...person, passwordHash: await hashPassword(password) };
  await db.transaction().execute(async (trx) => {
    const token = await addToken(trx, { purpose: "confirm-registration", email, payload: registration }, now);
    if (await tellOwner(trx, email, origin, now)) return;
    const values = { name, link: `${origin}/confirm?token=${token}` };
    await addMail(trx, { to: email, name: "confirmRegistration", values, language }, now);
  });
}
