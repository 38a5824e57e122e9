import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Db } from "~db/client.server";

/** Ends a token of one's own at once; another's is none. */
export async function revokeToken(db: Db, doer: Doer, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom("api_token")
      .where("id", "=", id)
      .where("person_id", "=", doer.actor?.person.id ?? "")
      .executeTakeFirst();
    if (numDeletedRows > 0n) await recordEvent(trx, doer, { action: "revoke-token", subject: { kind: "token", id } });
  });
}
