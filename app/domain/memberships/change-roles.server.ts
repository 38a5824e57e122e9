import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
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
  { actor, networkId, personId, roles }: { actor: Actor; networkId: string; personId: string; roles: Roles },
  now: Date,
): Promise<"gone" | "last-coordinator" | null> {
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
    return null;
  });
}
