import { Secret, TOTP } from "otpauth";
import type { Db } from "~db/client.server";
import { hashSecret } from "./secret.server";

const periodMs = 30_000;

/** Whether the code is right now, of the authenticator or for recovery; either is used up by it. */
export async function takeCode(db: Db, personId: string, typed: string, now: Date): Promise<boolean> {
  const code = typed.replace(/[\s-]/g, "").toLowerCase();
  if (/^\d{6}$/.test(code)) return takeTotp(db, personId, code, now);
  const { numDeletedRows } = await db
    .deleteFrom("recovery_code")
    .where("person_id", "=", personId)
    .where("hash", "=", hashSecret(code))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

async function takeTotp(db: Db, personId: string, code: string, now: Date): Promise<boolean> {
  const factor = await db.selectFrom("second_factor").where("person_id", "=", personId).selectAll().executeTakeFirst();
  if (!factor) return false;
  const delta = totpOf(factor.secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return false;
  const step = Math.floor(now.getTime() / periodMs) + delta;
  // Whoever watched the code being typed cannot use it again.
  const { numUpdatedRows } = await db
    .updateTable("second_factor")
    .set({ last_step: step })
    .where("person_id", "=", personId)
    .where("last_step", "<", step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What an authenticator shares with us; `label` is what it shows. */
export const totpOf = (secret: string, label = "Polylogue"): TOTP =>
  new TOTP({ issuer: "Polylogue", label, algorithm: "SHA1", digits: 6, period: 30, secret: Secret.fromBase32(secret) });
