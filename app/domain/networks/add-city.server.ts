import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { listOtherCities } from "./network-city-queries.server";
import { canManageNetwork } from "./network-policy";

/** Takes a city into the network. @returns false when there is no such city, or it belongs to the network */
export async function addCity(
  db: Db,
  doer: Doer,
  { networkId, cityId }: { networkId: string; cityId: string },
): Promise<boolean> {
  if (!canManageNetwork(doer.actor, { id: networkId })) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const possible = await listOtherCities(trx, networkId);
    if (!possible.some(({ id }) => id === cityId)) return false;
    await trx.insertInto("network_city").values({ network_id: networkId, city_id: cityId }).execute();
    const subject = { kind: "network", id: networkId };
    await recordEvent(trx, doer, { action: "add-city", subject, details: { city: cityId } });
    return true;
  });
}
