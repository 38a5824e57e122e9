import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Network } from "~/domain/networks/network";
import type { Db } from "~db/client.server";
import { addInvitation } from "./invitation-queries.server";
import { canManageMembers } from "./membership-policy";

interface Invite {
  network: Network;
  emails: string[];
  roles: { coordinator: boolean; reviewer: boolean };
  language: string;
  origin: string;
}

/** More in a day than a network has use for would be somebody writing to the world through us. */
const mostADay = 300;

/** Invites all of them, or none when it would be too many mails for a day. */
export async function invitePeople(
  db: Db,
  doer: Doer,
  { network, emails, roles, language, origin }: Invite,
): Promise<boolean> {
  const { actor, at: now } = doer;
  if (!actor || !canManageMembers(actor, network)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const yesterday = new Date(now.getTime() - 24 * 60 * 60 * 1000).toISOString();
    const { sent } = await trx
      .selectFrom("invitation")
      .where("network_id", "=", network.id)
      .where("created_at", ">", yesterday)
      .select(({ fn }) => fn.countAll<number>().as("sent"))
      .executeTakeFirstOrThrow();
    if (sent + emails.length > mostADay) return false;
    const invitation = { network, roles, invitedBy: actor.person.id, language, origin };
    for (const email of emails) await addInvitation(trx, { ...invitation, email }, now);
    await recordEvent(trx, doer, {
      action: "invite",
      subject: { kind: "network", id: network.id },
      details: { people: emails.length, coordinator: roles.coordinator, reviewer: roles.reviewer },
    });
    return true;
  });
}
