import { useTranslation } from "~/ui/translation";
import styles from "./chosen-filters.module.css";
import { chosenFilters, type SearchView, searchPath, toggled } from "./search-view";

/** The filters that are set, each with a way to remove it. */
export function ChosenFilters({ view }: { view: SearchView }) {
  const { t } = useTranslation();
  const { query } = view;
  const chosen = chosenFilters(view);
  return (
    <ul className={styles.chosen} aria-label={t("search.active")}>
      {chosen.map(({ facet, value, label }) => (
        <li key={`${facet}=${value}`}>
          <a
            className={styles.chip}
            href={searchPath(query, { filters: toggled(query, facet, value) })}
            rel="nofollow"
            aria-label={t("search.remove", { label })}
          >
            <small>{t(`facet.${facet}`)}</small> {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <a className={styles.all} href={searchPath(query, { filters: {} })} rel="nofollow">
            {t("search.removeAll")}
          </a>
        </li>
      )}
    </ul>
  );
}
