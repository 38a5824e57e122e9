import type { ResultMap as Drawn, ResultPlace } from "~/domain/cities/result-map";
import { formatNumber } from "~/ui/format-number";
import mapStyles from "~/ui/map/city-map.module.css";
import { useTranslation } from "~/ui/translation";
import styles from "./result-map.module.css";
import { type PageQuery, searchPath } from "./search-view";

/** Results by place: a map drawn on the server, and a list beside it that says the same. Each place leads to its results. */
export function ResultMap({ query, map }: { query: PageQuery; map: Drawn }) {
  const { t, language } = useTranslation();
  const pathOf = ({ city }: ResultPlace) =>
    searchPath(query, { filters: { ...query.filters, city: [city] }, view: "list" });
  const nameOf = ({ name, count }: ResultPlace) => `${name}, ${t("count.result", { count })}`;
  if (map.places.length === 0) return <p>{t("search.map.none")}</p>;
  // Small points are drawn last, so that large ones never cover them.
  const largestFirst = map.places.toSorted((a, b) => b.count - a.count);
  const most = largestFirst[0]?.count ?? 1;
  return (
    <>
      <figure className={styles.figure}>
        <svg
          className={mapStyles.map}
          viewBox={`0 0 ${map.world.width} ${map.world.height}`}
          aria-labelledby="result-map"
        >
          <title id="result-map">{t("search.map.text", { count: map.places.length })}</title>
          <path className={mapStyles.land} d={map.world.land} />
          {largestFirst.map((place) => (
            // The list below is for the keyboard: each place twice would be a burden.
            <a key={place.city} href={pathOf(place)} rel="nofollow" tabIndex={-1} aria-label={nameOf(place)}>
              <circle
                className={mapStyles.point}
                cx={place.x}
                cy={place.y}
                r={Math.round((3 + 7 * Math.sqrt(place.count / most)) * 10) / 10}
              >
                <title>{nameOf(place)}</title>
              </circle>
            </a>
          ))}
        </svg>
      </figure>
      <ul className={styles.places} aria-label={t("search.map.places")}>
        {map.places.map((place) => (
          <li key={place.city}>
            <a href={pathOf(place)} rel="nofollow">
              <span>{place.name}</span> <small>{formatNumber(place.count, language)}</small>
            </a>
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        {t("search.map.note")} {map.left > 0 && t("search.map.left", { count: map.left })}
      </p>
    </>
  );
}
