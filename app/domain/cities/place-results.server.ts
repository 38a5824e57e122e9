import type { Language } from "~/i18n/language";
import type { Db } from "~db/client.server";
import type { FacetCount } from "~search/port";
import { toCityName } from "./city";
import type { ResultMap } from "./result-map";
import { drawWorld, pointOf } from "./world-map.server";

/** Beyond these points cover each other. */
const mostPlaces = 300;

/** The cities of a search's results, those of all pages; only those that were chosen, where some were. */
export async function placeResults(
  db: Db,
  { counts = [], chosen = [] }: { counts?: FacetCount[]; chosen?: string[] },
  language: Language,
): Promise<ResultMap> {
  const named = chosen.length > 0 ? counts.filter(({ value }) => chosen.includes(value)) : counts;
  const shown = named.slice(0, mostPlaces);
  const ids = shown.map(({ value }) => value);
  const rows = await db
    .selectFrom("city")
    .innerJoin("entry", "entry.id", "city.id")
    .where("city.id", "in", ids)
    .select(["city.id", "city.latitude", "city.longitude"])
    .select(["city.name_fr", "city.name_es", "entry.title as city_name"])
    .execute();
  const cities = new Map(rows.map((row) => [row.id, row]));
  return {
    world: drawWorld(),
    left: named.length - shown.length,
    places: shown.flatMap(({ value, count }) => {
      const city = cities.get(value);
      const point = city && pointOf(city);
      return point ? [{ city: value, name: toCityName(city)[language], count, ...point }] : [];
    }),
  };
}
