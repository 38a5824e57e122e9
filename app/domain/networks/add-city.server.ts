import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { listOtherCities } from "./network-city-queries.server";
import { canManageNetwork } from "./network-policy";

/** Takes a city into the network. @returns false when there is no such city, or it belongs to the network */
export async function addCity(
  db: Db,
  { actor, networkId, cityId }: { actor: Actor; networkId: string; cityId: string },
): Promise<boolean> {
  if (!canManageNetwork(actor, { id: networkId })) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const possible = await listOtherCities(trx, networkId);
    if (!possible.some(({ id }) => id === cityId)) return false;
    await trx.insertInto("network_city").values({ network_id: networkId, city_id: cityId }).execute();
    return true;
  });
}
