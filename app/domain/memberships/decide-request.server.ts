import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import { addMail } from "~/domain/mail/mail-queries.server";
import type { Network } from "~/domain/networks/network";
import { renewSessions } from "~/domain/people/session-queries.server";
import type { Db } from "~db/client.server";
import { canManageMembers } from "./membership-policy";

interface Decision {
  network: Network;
  personId: string;
  accept: boolean;
  origin: string;
}

/** Accepts or declines a request to join, and tells the person. @returns false when there is no such request any more */
export async function decideRequest(
  db: Db,
  doer: Doer,
  { network, personId, accept, origin }: Decision,
): Promise<boolean> {
  const { actor, at: now } = doer;
  if (!canManageMembers(actor, network)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const decided = accept
      ? await trx
          .updateTable("membership")
          .set({ state: "active", decided_at: now.toISOString(), decided_by: actor?.person.id ?? null })
          .where("network_id", "=", network.id)
          .where("person_id", "=", personId)
          .where("state", "=", "requested")
          .returning("person_id")
          .executeTakeFirst()
      : await trx
          .deleteFrom("membership")
          .where("network_id", "=", network.id)
          .where("person_id", "=", personId)
          .where("state", "=", "requested")
          .returning("person_id")
          .executeTakeFirst();
    if (!decided) return false;
    if (accept) await renewSessions(trx, personId);
    await recordEvent(trx, doer, {
      action: accept ? "accept-member" : "decline-member",
      subject: { kind: "network", id: network.id },
      details: { person: personId },
    });
    const { email, name, language } = await trx
      .selectFrom("person")
      .where("id", "=", personId)
      .select(["email", "name", "language"])
      .executeTakeFirstOrThrow();
    const values = { name, network: network.name, link: `${origin}/networks/${network.id}` };
    const mail = accept ? ("joinAccepted" as const) : ("joinDeclined" as const);
    await addMail(trx, { to: email, personId, name: mail, values, language }, now);
    return true;
  });
}
