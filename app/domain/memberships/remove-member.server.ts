import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import { addMail } from "~/domain/mail/mail-queries.server";
import type { Network } from "~/domain/networks/network";
import { renewSessions } from "~/domain/people/session-queries.server";
import type { Db } from "~db/client.server";
import { canManageMembers, needsAnotherCoordinator } from "./membership-policy";
import { getMember, listCoordinators } from "./membership-queries.server";

/** Ends somebody's membership and tells them. @returns what stands in the way, or null */
export async function removeMember(
  db: Db,
  doer: Doer,
  { network, personId }: { network: Network; personId: string },
): Promise<"gone" | "last-coordinator" | null> {
  const { actor, at: now } = doer;
  if (!canManageMembers(actor, network)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const member = await getMember(trx, network.id, personId);
    if (member?.state !== "active") return "gone";
    const coordinators = await listCoordinators(trx, network.id);
    if (needsAnotherCoordinator(member, coordinators.length)) return "last-coordinator";
    await trx.deleteFrom("membership").where("network_id", "=", network.id).where("person_id", "=", personId).execute();
    await renewSessions(trx, personId);
    await recordEvent(trx, doer, {
      action: "remove-member",
      subject: { kind: "network", id: network.id },
      details: { person: personId, coordinator: member.coordinator, reviewer: member.reviewer },
    });
    const { language } = await trx
      .selectFrom("person")
      .where("id", "=", personId)
      .select("language")
      .executeTakeFirstOrThrow();
    const values = { name: member.name, network: network.name };
    await addMail(trx, { to: member.email, personId, name: "memberRemoved", values, language }, now);
    return null;
  });
}
