import type { Db } from "~db/client.server";
import { rememberedNames } from "./remembered-names.server";

/** What lies in what: a city in its country, a country and a region in the broadest region; "" where nothing is above. */
export interface PlaceParents {
  city: ReadonlyMap<string, string>;
  country: ReadonlyMap<string, string>;
  region: ReadonlyMap<string, string>;
}

/** The parents of these places at least. */
export async function placeParents(
  db: Db,
  places: { city: string[]; country: string[]; region: string[] },
): Promise<PlaceParents> {
  const names = await rememberedNames(db);
  const none = () => "";
  return {
    city: await names.get("parent of city", places.city, (ids) => countriesOf(db, ids), none),
    country: await names.get("parent of country", places.country, (codes) => regionsOf(db, codes), none),
    region: await names.get("parent of region", places.region, () => broadestRegions(db), none),
  };
}

async function countriesOf(db: Db, ids: string[]) {
  const rows = await db.selectFrom("city").where("id", "in", ids).select(["id", "country_code"]).execute();
  return new Map(rows.map((row) => [row.id, row.country_code]));
}

async function regionsOf(db: Db, codes: string[]) {
  const broadest = await broadestRegions(db);
  const rows = await db.selectFrom("country").where("code", "in", codes).select(["code", "region_code"]).execute();
  return new Map(rows.map((row) => [row.code, broadest.get(row.region_code) || row.region_code]));
}

/** Of each region the one that has none above it; of those themselves nothing. */
async function broadestRegions(db: Db) {
  const rows = await db.selectFrom("region").select(["code", "parent_code"]).execute();
  const above = new Map(rows.map((row) => [row.code, row.parent_code]));
  const top = (code: string): string => {
    const parent = above.get(code);
    return parent ? top(parent) : code;
  };
  return new Map(rows.map(({ code }) => [code, top(code) === code ? "" : top(code)]));
}
