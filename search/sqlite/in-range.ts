import type { SearchQuery } from "../port";
import { dateBounds } from "../query/date-bounds";
import { distanceKm, isPlace, type Place } from "../query/distance";
import type { Columns } from "./columns";

/** Entries within the dates and the distance that a query asks for: what lies outside is not counted either. */
export function inRange(slots: Uint32Array, { dates, near }: SearchQuery, columns: Columns): Uint32Array {
  let left = slots;
  const bounds = dateBounds(dates);
  if (bounds) {
    const { date } = columns;
    left = left.filter((slot) => (date[slot] as number) >= bounds.first && (date[slot] as number) <= bounds.last);
  }
  if (!near) return left;
  if (!isPlace(near)) return new Uint32Array();
  return left.filter((slot) => distanceOf(slot, near, columns) <= near.km);
}

/** In kilometres; NaN for an entry without a place. */
export function distanceOf(slot: number, from: Place, { latitude, longitude }: Columns): number {
  return distanceKm(from, { latitude: latitude[slot] as number, longitude: longitude[slot] as number });
}
