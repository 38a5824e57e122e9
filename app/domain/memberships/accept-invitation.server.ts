import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import { renewSessions } from "~/domain/people/session-queries.server";
import type { Db } from "~db/client.server";
import { getInvitation } from "./invitation-queries.server";
import { canAcceptInvitation } from "./membership-policy";

/**
 * Makes the holder of the invited address a member, with the roles that the invitation names beside those they have.
 * @returns the network's id, or null when the invitation does not work any more
 */
export async function acceptInvitation(
  db: Db,
  doer: Doer,
  { email, invitationId }: { email: string; invitationId: string },
): Promise<string | null> {
  const { actor, at: now } = doer;
  return db.transaction().execute(async (trx) => {
    const invitation = await getInvitation(trx, invitationId, now);
    if (!invitation) return null;
    if (!actor || !canAcceptInvitation(actor, invitation, email)) throw forbidden();
    const at = now.toISOString();
    const { invited_by: invitedBy } = await trx
      .updateTable("invitation")
      .set({ accepted_at: at, accepted_by: actor.person.id })
      .where("id", "=", invitationId)
      .returning("invited_by")
      .executeTakeFirstOrThrow();
    const decision = { state: "active", decided_at: at, decided_by: invitedBy } as const;
    const roles = {
      ...(invitation.coordinator && { coordinator: 1 as const }),
      ...(invitation.reviewer && { reviewer: 1 as const }),
    };
    await trx
      .insertInto("membership")
      .values({
        network_id: invitation.network.id,
        person_id: actor.person.id,
        coordinator: 0,
        reviewer: 0,
        created_at: at,
        ...decision,
        ...roles,
      })
      .onConflict((conflict) => conflict.columns(["network_id", "person_id"]).doUpdateSet({ ...decision, ...roles }))
      .execute();
    await renewSessions(trx, actor.person.id);
    const { coordinator, reviewer } = invitation;
    await recordEvent(trx, doer, {
      action: "accept-invitation",
      subject: { kind: "network", id: invitation.network.id },
      details: { invitation: invitationId, coordinator, reviewer },
    });
    return invitation.network.id;
  });
}
