import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import type { Call } from "./call";
import { canCallFor, canManageCall } from "./call-policy";
import { findUnknown, type UnknownTarget } from "./call-targets-queries.server";
import { type CallText, columnsOf } from "./draft-call.server";

/** Writes a call anew. In whose name it speaks stays once it is public. @returns which field names what is not there */
export async function changeCall(db: Db, doer: Doer, call: Call, text: CallText): Promise<UnknownTarget | null> {
  const { actor, at } = doer;
  if (!canManageCall(actor, call)) throw forbidden();
  const network = call.status === "draft" ? text.network : (call.network?.id ?? null);
  if (!canCallFor(actor, network)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const wrong = await findUnknown(trx, { ...text, network });
    if (wrong) return wrong;
    await trx
      .updateTable("call")
      .set({ ...columnsOf({ ...text, network }), updated_at: at.toISOString() })
      .where("id", "=", call.id)
      .execute();
    if (call.status !== "draft") {
      await recordEvent(trx, doer, { action: "change-call", subject: { kind: "call", id: call.id } });
    }
    return null;
  });
}
