import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import { renewSessions } from "~/domain/people/session-queries.server";
import type { Db } from "~db/client.server";
import { needsAnotherCoordinator } from "./membership-policy";
import { getMember, listCoordinators } from "./membership-queries.server";

/** Ends the actor's own membership, or takes back their request. @returns false for the last coordinator, who stays */
export async function leaveNetwork(db: Db, doer: Doer, networkId: string): Promise<boolean> {
  const { actor } = doer;
  if (!actor) throw forbidden();
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
    await renewSessions(trx, actor.person.id);
    await recordEvent(trx, doer, { action: "leave", subject: { kind: "network", id: networkId } });
    return true;
  });
}
