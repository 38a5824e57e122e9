import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { getInvitation } from "./invitation-queries.server";
import { canAcceptInvitation } from "./membership-policy";

/**
 * Makes the holder of the invited address a member, with the roles that the invitation names beside those they have.
 * @returns the network's id, or null when the invitation does not work any more
 */
export async function acceptInvitation(
  db: Db,
  { actor, email, invitationId }: { actor: NonNullable<Actor>; email: string; invitationId: string },
  now: Date,
): Promise<string | null> {
  return db.transaction().execute(async (trx) => {
    const invitation = await getInvitation(trx, invitationId, now);
    if (!invitation) return null;
    if (!canAcceptInvitation(actor, invitation, email)) throw forbidden();
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
    return invitation.network.id;
  });
}
