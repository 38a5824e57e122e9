import { toCityName } from "~/domain/cities/city";
import type { Label } from "~/domain/vocabularies/vocabulary";
import type { Db } from "~db/client.server";

export interface NetworkCity {
  id: string;
  name: Label;
}

const selectCities = (db: Db) =>
  db
    .selectFrom("city")
    .innerJoin("entry", "entry.id", "city.id")
    .where("entry.published_at", "is not", null)
    .orderBy("entry.title")
    .select(["city.id", "entry.title as city_name", "city.name_fr", "city.name_es"]);

type CityRow = Awaited<ReturnType<ReturnType<typeof selectCities>["execute"]>>[number];

const toCity = (row: CityRow): NetworkCity => ({ id: row.id, name: toCityName(row) });

/** The cities of a network by name. */
export async function listNetworkCities(db: Db, networkId: string): Promise<NetworkCity[]> {
  const rows = await selectCities(db)
    .innerJoin("network_city", "network_city.city_id", "city.id")
    .where("network_city.network_id", "=", networkId)
    .execute();
  return rows.map(toCity);
}

/** Those that it could take in. */
export async function listOtherCities(db: Db, networkId: string): Promise<NetworkCity[]> {
  const own = db.selectFrom("network_city").where("network_id", "=", networkId).select("city_id");
  return (await selectCities(db).where("city.id", "not in", own).execute()).map(toCity);
}
