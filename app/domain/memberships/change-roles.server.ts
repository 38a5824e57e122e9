import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import { renewSessions } from "~/domain/people/session-queries.server";
import type { Db } from "~db/client.server";
import { canManageMembers, needsAnotherCoordinator } from "./membership-policy";
import { getMember, listCoordinators } from "./membership-queries.server";

interface Roles {
  coordinator: boolean;
  reviewer: boolean;
}

/** Says what a member is besides. @returns what stands in the way, or null */
export async function changeRoles(
  db: Db,
  doer: Doer,
  { networkId, personId, roles }: { networkId: string; personId: string; roles: Roles },
): Promise<"gone" | "last-coordinator" | null> {
  const { actor, at: now } = doer;
  if (!canManageMembers(actor, { id: networkId })) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const member = await getMember(trx, networkId, personId);
    if (member?.state !== "active") return "gone";
    const coordinators = await listCoordinators(trx, networkId);
    if (!roles.coordinator && needsAnotherCoordinator(member, coordinators.length)) return "last-coordinator";
    await trx
      .updateTable("membership")
      .set({
        coordinator: roles.coordinator ? 1 : 0,
        reviewer: roles.reviewer ? 1 : 0,
        decided_at: now.toISOString(),
        decided_by: actor?.person.id ?? null,
      })
      .where("network_id", "=", networkId)
      .where("person_id", "=", personId)
      .execute();
    await renewSessions(trx, personId);
    await recordEvent(trx, doer, {
      action: "change-roles",
      subject: { kind: "network", id: networkId },
      details: {
        person: personId,
        "coordinator-before": member.coordinator,
        "reviewer-before": member.reviewer,
        "coordinator-after": roles.coordinator,
        "reviewer-after": roles.reviewer,
      },
    });
    return null;
  });
}
