import type { WorldMap } from "./world-map";

/** A city with as many results as are about it, and where it stands on the map. */
export interface ResultPlace {
  city: string;
  name: string;
  count: number;
  x: number;
  y: number;
}

export interface ResultMap {
  world: WorldMap;
  /** Those with the most results first. */
  places: ResultPlace[];
  /** How many places are left out. */
  left: number;
}
