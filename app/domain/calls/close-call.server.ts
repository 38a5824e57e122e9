import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import type { Call } from "./call";
import { canManageCall } from "./call-policy";

/** Takes no more answers; the page stays, with what was answered. @returns false when it was not open */
export async function closeCall(db: Db, doer: Doer, call: Call): Promise<boolean> {
  if (!canManageCall(doer.actor, call)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("call")
      .set({ status: "closed", closed_at: doer.at.toISOString(), updated_at: doer.at.toISOString() })
      .where("id", "=", call.id)
      .where("status", "=", "published")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await recordEvent(trx, doer, { action: "close-call", subject: { kind: "call", id: call.id } });
    return true;
  });
}
