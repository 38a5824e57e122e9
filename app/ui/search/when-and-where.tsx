import { defaultKm, mostKm, toSearchParams } from "~/domain/search/search-params";
import { useTranslation } from "~/ui/translation";
import styles from "./facets.module.css";
import type { PageQuery, SearchView } from "./search-view";

/** What a form carries along of the search at hand. */
function Kept({ query }: { query: PageQuery }) {
  return [...toSearchParams({ ...query, page: 1 })].map(([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ));
}

/** From and to: a year, a month or a day. */
export function DateFilter({ query }: { query: PageQuery }) {
  const { t } = useTranslation();
  const { dates, ...rest } = query;
  const field = (name: "from" | "to") => (
    <label className={styles.label}>
      {t(`search.dates.${name}`)}
      <input
        className={styles.input}
        name={name}
        defaultValue={dates?.[name]}
        inputMode="numeric"
        autoComplete="off"
        size={10}
        maxLength={10}
        pattern="\d{4}(-\d\d(-\d\d)?)?"
        title={t("search.dates.hint")}
        placeholder={name === "from" ? "2019" : "2024-05"}
      />
    </label>
  );
  return (
    <details className={styles.facet} data-key="dates" open={dates !== undefined}>
      <summary className={styles.name}>{t("search.dates.title")}</summary>
      <form className={styles.form} action="/search">
        <Kept query={rest} />
        {field("from")}
        {field("to")}
        <button className={styles.apply} type="submit">
          {t("search.apply")}
        </button>
        <p className={styles.hint}>{t("search.dates.hint")}</p>
      </form>
    </details>
  );
}

/** A city, and how far around it. */
export function NearFilter({ view: { query, near: name, unknownCity, cities } }: { view: SearchView }) {
  const { t } = useTranslation();
  const { near, sort, ...rest } = query;
  return (
    <details className={styles.facet} data-key="near" open={near !== undefined || unknownCity !== null}>
      <summary className={styles.name}>{t("search.near.title")}</summary>
      <form className={styles.form} action="/search">
        <Kept query={{ ...rest, sort: sort === "distance" ? "relevance" : sort }} />
        <label className={styles.label}>
          {t("search.near.city")}
          <input
            className={styles.input}
            name="near"
            defaultValue={name ?? unknownCity ?? undefined}
            list="cities-near"
            autoComplete="off"
            maxLength={200}
          />
        </label>
        <datalist id="cities-near">
          {cities.map((city) => (
            <option key={city} value={city} />
          ))}
        </datalist>
        <label className={styles.label}>
          {t("search.near.km")}
          <input
            className={styles.input}
            type="number"
            name="km"
            min={1}
            max={mostKm}
            defaultValue={near?.km ?? defaultKm}
          />
        </label>
        <button className={styles.apply} type="submit">
          {t("search.apply")}
        </button>
        {unknownCity !== null && <p className={styles.hint}>{t("search.near.unknown", { city: unknownCity })}</p>}
      </form>
    </details>
  );
}
