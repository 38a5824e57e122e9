import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { canManageNetwork } from "./network-policy";

/** Takes a city out of the network; nobody speaks for it in the network's name any more. @returns false when it was not in it */
export async function removeCity(
  db: Db,
  doer: Doer,
  { networkId, cityId }: { networkId: string; cityId: string },
): Promise<boolean> {
  if (!canManageNetwork(doer.actor, { id: networkId })) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom("network_city")
      .where("network_id", "=", networkId)
      .where("city_id", "=", cityId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    const subject = { kind: "network", id: networkId };
    await recordEvent(trx, doer, { action: "remove-city", subject, details: { city: cityId } });
    return true;
  });
}
