import { randomBytes } from "node:crypto";
import { Secret } from "otpauth";
import { addMail } from "~/domain/mail/mail-queries.server";
import type { Db } from "~db/client.server";
import { hashSecret } from "./secret.server";
import { endSessions } from "./session-queries.server";
import { takeCode, totpOf } from "./take-code.server";

const recoveryCodes = 10;

/** Whether a code is asked for at sign-in; before the first code was entered, what the authenticator has to be told. */
export async function getSecondFactor(
  db: Db,
  personId: string,
): Promise<{ on: true; codesLeft: number } | { on: false; secret: string; uri: string } | null> {
  const row = await db
    .selectFrom("second_factor")
    .innerJoin("person", "person.id", "second_factor.person_id")
    .where("person_id", "=", personId)
    .select(["second_factor.secret", "second_factor.confirmed_at", "person.email"])
    .executeTakeFirst();
  if (!row) return null;
  if (row.confirmed_at === null)
    return { on: false, secret: row.secret, uri: totpOf(row.secret, row.email).toString() };
  const { left } = await db
    .selectFrom("recovery_code")
    .where("person_id", "=", personId)
    .select(({ fn }) => fn.countAll<number>().as("left"))
    .executeTakeFirstOrThrow();
  return { on: true, codesLeft: Number(left) };
}

/** Makes the secret that the authenticator is told; nothing is asked for before a code of it was entered. */
export async function beginSecondFactor(db: Db, personId: string): Promise<void> {
  const secret = new Secret({ size: 20 }).base32;
  await db
    .insertInto("second_factor")
    .values({ person_id: personId, secret, last_step: 0 })
    .onConflict((conflict) => conflict.column("person_id").doNothing())
    .execute();
}

/**
 * From the first code on, the factor is asked for; other browsers are signed out.
 * @returns the recovery codes, which are shown this once, or null for a wrong code
 */
export async function confirmSecondFactor(db: Db, personId: string, code: string, now: Date): Promise<string[] | null> {
  return db.transaction().execute(async (trx) => {
    const waiting = await trx
      .selectFrom("second_factor")
      .where("person_id", "=", personId)
      .where("confirmed_at", "is", null)
      .select("person_id")
      .executeTakeFirst();
    if (!waiting || !(await takeCode(trx, personId, code, now))) return null;
    await trx
      .updateTable("second_factor")
      .set({ confirmed_at: now.toISOString() })
      .where("person_id", "=", personId)
      .execute();
    await endSessions(trx, personId);
    await tell(trx, personId, "secondFactorOn", now);
    return makeRecoveryCodes(trx, personId);
  });
}

/** Stops asking for it; other browsers are signed out. */
export async function removeSecondFactor(db: Db, personId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const removed = await trx
      .deleteFrom("second_factor")
      .where("person_id", "=", personId)
      .returning("confirmed_at")
      .executeTakeFirst();
    await trx.deleteFrom("recovery_code").where("person_id", "=", personId).execute();
    if (!removed?.confirmed_at) return;
    await endSessions(trx, personId);
    await tell(trx, personId, "secondFactorOff", now);
  });
}

/** `k3fd-9x2m-…`: 80 bits each, of letters that are not mistaken for digits. The old ones end. */
async function makeRecoveryCodes(db: Db, personId: string): Promise<string[]> {
  const letters = "abcdefghijkmnpqrstuvwxyz23456789";
  const codes = Array.from({ length: recoveryCodes }, () =>
    [...randomBytes(16)].map((byte) => letters[byte % 32] ?? "").join(""),
  );
  await db.deleteFrom("recovery_code").where("person_id", "=", personId).execute();
  await db
    .insertInto("recovery_code")
    .values(codes.map((code) => ({ person_id: personId, hash: hashSecret(code) })))
    .execute();
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, "$1-"));
}

async function tell(db: Db, personId: string, name: "secondFactorOn" | "secondFactorOff", now: Date): Promise<void> {
  const person = await db.selectFrom("person").where("id", "=", personId).selectAll().executeTakeFirstOrThrow();
  const values = { name: person.name };
  await addMail(db, { to: person.email, personId, name, values, language: person.language }, now);
}
