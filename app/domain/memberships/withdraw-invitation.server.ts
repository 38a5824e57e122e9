import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { canManageMembers } from "./membership-policy";

/** Makes the link in the mail useless. @returns false when it was accepted or withdrawn before */
export async function withdrawInvitation(
  db: Db,
  { actor, networkId, invitationId }: { actor: Actor; networkId: string; invitationId: string },
  now: Date,
): Promise<boolean> {
  if (!canManageMembers(actor, { id: networkId })) throw forbidden();
  const { numUpdatedRows } = await db
    .updateTable("invitation")
    .set({ withdrawn_at: now.toISOString() })
    .where("id", "=", invitationId)
    .where("network_id", "=", networkId)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
