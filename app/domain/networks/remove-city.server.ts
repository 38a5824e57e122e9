import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { canManageNetwork } from "./network-policy";

/** Takes a city out of the network; nobody speaks for it in the network's name any more. @returns false when it was not in it */
export async function removeCity(
  db: Db,
  { actor, networkId, cityId }: { actor: Actor; networkId: string; cityId: string },
): Promise<boolean> {
  if (!canManageNetwork(actor, { id: networkId })) throw forbidden();
  const { numDeletedRows } = await db
    .deleteFrom("network_city")
    .where("network_id", "=", networkId)
    .where("city_id", "=", cityId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
