import type { Label } from "~/domain/vocabularies/vocabulary";

/** The world as one path of land, in the units of its view box. */
export interface WorldMap {
  width: number;
  height: number;
  land: string;
}

/** A city on the map; `label` tells on which side its name stands clear of its neighbours'. */
export interface MapPoint {
  id: string;
  name: Label;
  x: number;
  y: number;
  experiences: number;
}
