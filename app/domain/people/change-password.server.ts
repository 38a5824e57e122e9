import type { Doer } from "~/domain/audit/doer";
import { forbidden } from "~/domain/forbidden";
import { revokeTokens } from "~/domain/tokens/token-queries.server";
import type { Db } from "~db/client.server";
import { hashPassword } from "./password-hash.server";
import { setPassword } from "./reset-password.server";
import { endSessions } from "./session-queries.server";

/** Sets a new password for someone who has given the old one, signs them out in every browser, and ends their tokens unless they keep them. */
export async function changePassword(
  db: Db,
  doer: Doer,
  { password, keepTokens }: { password: string; keepTokens: boolean },
): Promise<void> {
  const person = doer.actor?.person;
  if (!person) throw forbidden();
  const passwordHash = await hashPassword(password);
  await db.transaction().execute(async (trx) => {
    await setPassword(trx, person.id, passwordHash, doer.at);
    await endSessions(trx, person.id);
    if (!keepTokens) await revokeTokens(trx, doer, person.id);
  });
}
