import type { CityListLine } from "~/domain/cities/city";
import type { MapPoint, WorldMap } from "~/domain/cities/world-map";
import { Page } from "~/ui/layout/page";
import { CityMap } from "~/ui/map/city-map";
import { useTranslation } from "~/ui/translation";
import styles from "./city-list-page.module.css";

interface CityListPageProps {
  cities: CityListLine[];
  map: WorldMap & { points: MapPoint[] };
}

/** All cities: on a map, and as a list by region that says the same. */
export function CityListPage({ cities, map }: CityListPageProps) {
  const { t, language } = useTranslation();
  const regions = [...new Map(cities.map(({ region }) => [region.code, region])).values()].sort((a, b) =>
    a.label[language].localeCompare(b.label[language], language),
  );
  return (
    <Page title={t("cities.title")} lead={t("cities.lead")} crumbs={[{ name: t("cities.title") }]} wide>
      {cities.length === 0 ? <p>{t("cities.empty")}</p> : <CityMap map={map} />}
      <section aria-labelledby="regions">
        <h2 className={styles.title} id="regions">
          {t("cities.byRegion")}
        </h2>
        <div className={styles.regions}>
          {regions.map((region) => (
            <section key={region.code} className={styles.region}>
              <h3>
                <a href={`/search?region=${region.code}`}>{region.label[language]}</a>
              </h3>
              <ul className={styles.cities}>
                {cities
                  .filter((city) => city.region.code === region.code)
                  .sort((a, b) => a.name[language].localeCompare(b.name[language], language))
                  .map((city) => (
                    <li key={city.id}>
                      <a href={`/cities/${city.id}`}>{city.name[language]}</a>, {city.country.label[language]}
                      <small>{experienceCount(city)}</small>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
      </section>
    </Page>
  );

  function experienceCount({ practices, caseStudies }: CityListLine) {
    return [
      practices > 0 && t("count.practice", { count: practices }),
      caseStudies > 0 && t("count.case-study", { count: caseStudies }),
    ]
      .filter(Boolean)
      .join(" · ");
  }
}
