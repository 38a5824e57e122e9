import type { Db } from "~db/client.server";
import type { GuessLimits } from "./guess-limits.server";
import { findKnownDevice } from "./known-device-queries.server";
import { addToken, findToken, takeToken } from "./one-time-token-queries.server";
import { verifyPassword } from "./password-hash.server";
import { getCredentials } from "./person-queries.server";
import { takeCode } from "./take-code.server";

interface Attempt {
  email: string;
  password: string;
  /** The browser's own secret, from its cookie. */
  device: string | undefined;
  address: string;
}

type Outcome = { personId: string } | { ticket: string } | { problem: "wrong" | "often" };

/** Checks address and password. A ticket is for the second step, where a code is asked for. */
export async function signIn(
  db: Db,
  limits: GuessLimits,
  { email, password, device, address }: Attempt,
  now: Date,
): Promise<Outcome> {
  const person = await getCredentials(db, email);
  const guess = { email, address, knownDevice: await findKnownDevice(db, person?.id ?? "", device) };
  if (!(await limits.mayGuess(guess))) return { problem: "often" };
  const fits = await verifyPassword(person?.password_hash ?? null, password);
  if (!person || !fits) return { problem: "wrong" };
  await limits.forgive(guess);
  if (person.secret === null) return { personId: person.id };
  return { ticket: await addToken(db, { purpose: "second-factor", personId: person.id }, now) };
}

/** The second step: a code of the authenticator, or a recovery code. */
export async function signInWithCode(
  db: Db,
  limits: GuessLimits,
  { ticket, code, device }: { ticket: string; code: string; device: string | undefined },
  now: Date,
): Promise<{ personId: string } | { problem: "expired" | "wrong" | "often" }> {
  const found = await findToken(db, "second-factor", ticket, now);
  if (!found?.person_id) return { problem: "expired" };
  const personId = found.person_id;
  if (!(await limits.mayTryCode(personId, await findKnownDevice(db, personId, device)))) return { problem: "often" };
  return db.transaction().execute(async (trx) => {
    if (!(await takeCode(trx, personId, code, now))) return { problem: "wrong" as const };
    return (await takeToken(trx, found.hash)) ? { personId } : { problem: "expired" as const };
  });
}
