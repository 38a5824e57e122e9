import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { needsAnotherCoordinator } from "./membership-policy";
import { getMember, listCoordinators } from "./membership-queries.server";

/** Ends the actor's own membership, or takes back their request. @returns false for the last coordinator, who stays */
export async function leaveNetwork(db: Db, actor: NonNullable<Actor>, networkId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const member = await getMember(trx, networkId, actor.person.id);
    if (!member) return true;
    const coordinators = await listCoordinators(trx, networkId);
    if (needsAnotherCoordinator(member, coordinators.length)) return false;
    await trx
      .deleteFrom("membership")
      .where("network_id", "=", networkId)
      .where("person_id", "=", actor.person.id)
      .execute();
    return true;
  });
}
