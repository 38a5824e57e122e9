import { toCityName } from "~/domain/cities/city";
import type { Label } from "~/domain/vocabularies/vocabulary";
import type { Db } from "~db/client.server";
import type { SearchQuery } from "~search/port";
import type { AskedSearch } from "./search-params";

/** The search with the place of the city that it is to be near to; a city that is not known narrows nothing. */
export async function placeSearch(
  db: Db,
  { near, ...rest }: AskedSearch,
): Promise<{ query: SearchQuery; place?: { id: string; name: Label } }> {
  const city = near && (await findCity(db, near.city));
  if (!near || !city) return { query: { ...rest, sort: rest.sort === "distance" ? "relevance" : rest.sort } };
  const { latitude, longitude } = city;
  return {
    query: { ...rest, near: { latitude, longitude, km: near.km } },
    place: { id: city.id, name: toCityName(city) },
  };
}

/** By its slug, else by its name in any language, as someone types it. */
async function findCity(db: Db, asked: string) {
  const select = () =>
    db
      .selectFrom("city")
      .innerJoin("entry", "entry.id", "city.id")
      .where("entry.published_at", "is not", null)
      .select(["city.id", "city.latitude", "city.longitude"])
      .select(["city.name_fr", "city.name_es", "entry.title as city_name"]);
  const bySlug = await select().where("city.id", "=", asked).executeTakeFirst();
  if (bySlug) return bySlug;
  const cities = await select().execute();
  return cities.find((city) => Object.values(toCityName(city)).some((name) => folded(name) === folded(asked)));
}

/** "Bogotá" is bogota too. */
const folded = (name: string) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
