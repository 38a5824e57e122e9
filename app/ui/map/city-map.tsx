import type { MapPoint, WorldMap } from "~/domain/cities/world-map";
import { useTranslation } from "~/ui/translation";
import styles from "./city-map.module.css";

/** The cities on a map of the world, drawn on the server. Each point leads to its city; the list beside it says the same. */
export function CityMap({ map }: { map: WorldMap & { points: MapPoint[] } }) {
  const { t, language } = useTranslation();
  const mostTold = [...map.points].sort((a, b) => a.experiences - b.experiences);
  return (
    <figure className={styles.figure}>
      <svg className={styles.map} viewBox={`0 0 ${map.width} ${map.height}`} aria-labelledby="map-title">
        <title id="map-title">{t("cities.mapText", { count: map.points.length })}</title>
        <path className={styles.land} d={map.land} />
        {mostTold.map((point) => (
          <a key={point.id} href={`/cities/${point.id}`} aria-label={point.name[language]}>
            <circle
              className={point.experiences > 0 ? styles.point : styles.silent}
              cx={point.x}
              cy={point.y}
              r={point.experiences > 0 ? 4 + Math.min(point.experiences, 6) * 0.6 : 3}
            >
              <title>{point.name[language]}</title>
            </circle>
          </a>
        ))}
      </svg>
    </figure>
  );
}
