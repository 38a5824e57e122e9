import { forbidden } from "~/domain/forbidden";
import { addMail } from "~/domain/mail/mail-queries.server";
import type { Network } from "~/domain/networks/network";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { canManageMembers, needsAnotherCoordinator } from "./membership-policy";
import { getMember, listCoordinators } from "./membership-queries.server";

/** Ends somebody's membership and tells them. @returns what stands in the way, or null */
export async function removeMember(
  db: Db,
  { actor, network, personId }: { actor: Actor; network: Network; personId: string },
  now: Date,
): Promise<"gone" | "last-coordinator" | null> {
  if (!canManageMembers(actor, network)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const member = await getMember(trx, network.id, personId);
    if (member?.state !== "active") return "gone";
    const coordinators = await listCoordinators(trx, network.id);
    if (needsAnotherCoordinator(member, coordinators.length)) return "last-coordinator";
    await trx.deleteFrom("membership").where("network_id", "=", network.id).where("person_id", "=", personId).execute();
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
