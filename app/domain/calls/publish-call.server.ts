import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import { tell } from "~/domain/notifications/tell.server";
import type { Db } from "~db/client.server";
import type { Call } from "./call";
import { canManageCall } from "./call-policy";

/** Makes a call public and tells the members in whose name it speaks. @returns false when it was no draft any more */
export async function publishCall(db: Db, doer: Doer, call: Call): Promise<boolean> {
  const { actor, at } = doer;
  if (!canManageCall(actor, call)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const published = await trx
      .updateTable("call")
      .set({ status: "published", published_at: at.toISOString(), updated_at: at.toISOString() })
      .where("id", "=", call.id)
      .where("status", "=", "draft")
      .returning(["title", "network_id"])
      .executeTakeFirst();
    if (!published) return false;
    const members = await trx
      .selectFrom("membership")
      .where("state", "=", "active")
      .$if(published.network_id !== null, (query) => query.where("network_id", "=", published.network_id ?? ""))
      .select("person_id")
      .distinct()
      .execute();
    const others = members.map((row) => row.person_id).filter((id) => id !== actor?.person.id);
    const subject = { kind: "call", id: call.id };
    await tell(trx, others, { kind: "call-published", subject, details: { title: published.title }, waits: false }, at);
    await recordEvent(trx, doer, {
      action: "publish-call",
      subject,
      details: { network: published.network_id, told: others.length },
    });
    return true;
  });
}
