import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { canManageMembers } from "./membership-policy";

/** Makes the link in the mail useless. @returns false when it was accepted or withdrawn before */
export async function withdrawInvitation(
  db: Db,
  doer: Doer,
  { networkId, invitationId }: { networkId: string; invitationId: string },
): Promise<boolean> {
  if (!canManageMembers(doer.actor, { id: networkId })) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("invitation")
      .set({ withdrawn_at: doer.at.toISOString() })
      .where("id", "=", invitationId)
      .where("network_id", "=", networkId)
      .where("accepted_at", "is", null)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await recordEvent(trx, doer, {
      action: "withdraw-invitation",
      subject: { kind: "network", id: networkId },
      details: { invitation: invitationId },
    });
    return true;
  });
}
