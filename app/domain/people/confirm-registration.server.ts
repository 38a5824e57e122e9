import { randomUUID } from "node:crypto";
import type { Db } from "~db/client.server";
import { findToken, takeToken } from "./one-time-token-queries.server";
import { verifyPassword } from "./password-hash.server";
import type { Registration } from "./register-person.server";

type Outcome = { personId: string; to: string } | { problem: "expired" | "wrong" };

/**
 * Makes the account. The password is asked for once more: who registers with somebody else's address cannot confirm it, and who
 * reads the mail but did not register does not know it.
 */
export async function confirmRegistration(
  db: Db,
  { token, password }: { token: string; password: string },
  now: Date,
): Promise<Outcome> {
  const found = await findToken(db, "confirm-registration", token, now);
  if (!found?.payload) return { problem: "expired" };
  const registration = JSON.parse(found.payload) as Registration;
  if (!(await verifyPassword(registration.passwordHash, password))) return { problem: "wrong" };
  return db.transaction().execute(async (trx): Promise<Outcome> => {
    const taken = await trx
      .selectFrom("person")
      .where("email", "=", registration.email)
      .select("id")
      .executeTakeFirst();
    if (!(await takeToken(trx, found.hash)) || taken) return { problem: "expired" };
    await trx
      .deleteFrom("one_time_token")
      .where("purpose", "=", "confirm-registration")
      .where("email", "=", registration.email)
      .execute();
    return { personId: await addPerson(trx, registration, now), to: registration.to ?? "/account" };
  });
}

/** Adds a person whose address is known to be theirs. */
export async function addPerson(
  db: Db,
  { name, email, passwordHash, language, administrator = false }: Registration & { administrator?: boolean },
  now: Date,
): Promise<string> {
  const id = randomUUID();
  const at = now.toISOString();
  await db
    .insertInto("person")
    .values({
      id,
      name,
      email,
      password_hash: passwordHash,
      language,
      administrator: administrator ? 1 : 0,
      email_confirmed_at: at,
      listed: 0,
      created_at: at,
      updated_at: at,
    })
    .execute();
  return id;
}
