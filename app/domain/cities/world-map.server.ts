import { createRequire } from "node:module";
import { geoNaturalEarth1, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import type { CityListLine } from "./city";
import type { MapPoint, WorldMap } from "./world-map";

const width = 960;
const height = 440;

// Natural Earth keeps the continents' shapes; Antarctica has no cities and is cut off.
const projection = geoNaturalEarth1()
  .fitSize([width, 520], { type: "Sphere" })
  .translate([width / 2, 255]);

let drawn: WorldMap | undefined;

/** Land from Natural Earth's 1:110 million data (world-atlas), drawn once. */
export function drawWorld(): WorldMap {
  if (drawn) return drawn;
  const atlas: Topology = createRequire(import.meta.url)("world-atlas/land-110m.json");
  const land = atlas.objects.land;
  if (!land) throw new Error("world-atlas has no land");
  // Whole units: a tenth of one is not seen, and would make the path half as long again.
  const path = geoPath(projection).digits(0);
  drawn = { width, height, land: path(feature(atlas, land)) ?? "" };
  return drawn;
}

/** Where the cities stand on that map. */
export const placeOnMap = (cities: CityListLine[]): MapPoint[] =>
  cities.flatMap((city) => {
    const point = pointOf(city);
    return point ? [{ id: city.id, name: city.name, ...point, experiences: city.practices + city.caseStudies }] : [];
  });

/** Where a place stands on the map of the world. */
export function pointOf({ latitude, longitude }: { latitude: number; longitude: number }) {
  const [x, y] = projection([longitude, latitude]) ?? [];
  return x === undefined || y === undefined ? undefined : { x: round(x), y: round(y) };
}

const round = (value: number): number => Math.round(value * 10) / 10;
