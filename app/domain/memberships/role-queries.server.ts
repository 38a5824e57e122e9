import type { NetworkRole } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";

/** What a person is in their networks, and the cities that they may speak for. */
export async function listRoles(db: Db, personId: string): Promise<{ memberships: NetworkRole[]; cities: string[] }> {
  const memberships = await db
    .selectFrom("membership")
    .where("person_id", "=", personId)
    .where("state", "=", "active")
    .select(["network_id", "coordinator", "reviewer"])
    .execute();
  const cities = await db
    .selectFrom("city_official")
    .where("person_id", "=", personId)
    .select("city_id")
    .distinct()
    .execute();
  return {
    memberships: memberships.map((row) => ({
      networkId: row.network_id,
      coordinator: row.coordinator === 1,
      reviewer: row.reviewer === 1,
    })),
    cities: cities.map((row) => row.city_id),
  };
}
