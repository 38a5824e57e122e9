import type { Db } from "~db/client.server";
import type { TokenPurpose } from "~db/schema/session";
import { hashSecret, newSecret } from "./secret.server";

const minutes: Record<TokenPurpose, number> = {
  "confirm-registration": 24 * 60,
  "reset-password": 60,
  "change-email": 24 * 60,
  "second-factor": 10,
  "first-administrator": 7 * 24 * 60,
};

interface NewToken {
  purpose: TokenPurpose;
  personId?: string;
  email?: string;
  payload?: object;
}

/**
 * Makes a token; older ones for the same purpose and person no longer work, but for tickets: who stole the password could end the
 * owner's as fast as they are made. @returns the secret, which is not kept */
export async function addToken(db: Db, { purpose, personId, email, payload }: NewToken, now: Date): Promise<string> {
  // Asked where there is no person, too: it takes as long.
  await db
    .deleteFrom("one_time_token")
    .where("purpose", "=", purpose)
    .where("person_id", "=", personId ?? "")
    .$if(purpose === "second-factor", (query) => query.where("expires_at", "<=", now.toISOString()))
    .execute();
  const secret = newSecret();
  await db
    .insertInto("one_time_token")
    .values({
      hash: hashSecret(secret),
      purpose,
      person_id: personId ?? null,
      email: email ?? null,
      payload: payload ? JSON.stringify(payload) : null,
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + minutes[purpose] * 60_000).toISOString(),
    })
    .execute();
  return secret;
}

/** The token as long as it is valid; it stays so until it is taken. */
export async function findToken(db: Db, purpose: TokenPurpose, secret: string, now: Date) {
  return db
    .selectFrom("one_time_token")
    .where("hash", "=", hashSecret(secret))
    .where("purpose", "=", purpose)
    .where("expires_at", ">", now.toISOString())
    .select(["hash", "person_id", "email", "payload"])
    .executeTakeFirst();
}

/** Uses the token up. @returns false when another request was faster */
export async function takeToken(db: Db, hash: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom("one_time_token").where("hash", "=", hash).executeTakeFirst();
  return numDeletedRows > 0n;
}
