import type { Db } from "~db/client.server";
import { hashPassword } from "./password-hash.server";
import { setPassword } from "./reset-password.server";
import { endSessions } from "./session-queries.server";

/** Sets a new password for someone who has given the old one, and signs them out in every browser. */
export async function changePassword(db: Db, personId: string, password: string, now: Date): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db.transaction().execute(async (trx) => {
    await setPassword(trx, personId, passwordHash, now);
    await endSessions(trx, personId);
  });
}
