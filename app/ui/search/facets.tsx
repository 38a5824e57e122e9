import { formatNumber } from "~/ui/format-number";
import { useTranslation } from "~/ui/translation";
import { type FacetName, facetNames } from "~search/port";
import styles from "./facets.module.css";
import { type FacetValue, type SearchView, togglePaths } from "./search-view";

/** Types are tabs; the others are here. */
const shown = facetNames.filter((facet) => facet !== "type");
/** Open from the start: the ones that most readers want. */
const open: readonly FacetName[] = ["theme", "tool", "region"];
const firstValues = 5;

/** The filters: each value is a link that sets or removes it. On a phone they fold into one line. */
export function Facets({ view }: { view: SearchView }) {
  const { t } = useTranslation();
  const { query } = view;
  const facets = shown.filter((facet) => view.facets[facet]?.length);
  if (facets.length === 0) return <div />;
  const chosen = shown.reduce((count, facet) => count + (query.filters[facet]?.length ?? 0), 0);
  return (
    <aside className={styles.facets} aria-label={t("search.filters")}>
      <input className={styles.toggle} type="checkbox" id="show-filters" />
      <label className={styles.toggleLabel} htmlFor="show-filters">
        {t("search.showFilters", { count: chosen })}
      </label>
      <div className={styles.list}>
        {facets.map((facet) => (
          <details
            key={facet}
            className={styles.facet}
            open={open.includes(facet) || Boolean(query.filters[facet]?.length)}
          >
            <summary className={styles.name}>{t(`facet.${facet}`)}</summary>
            <Values view={view} facet={facet} />
          </details>
        ))}
      </div>
    </aside>
  );
}

function Values({ view: { query, facets }, facet }: { view: SearchView; facet: FacetName }) {
  const { t, language } = useTranslation();
  const chosen = query.filters[facet] ?? [];
  const values = facets[facet] ?? [];
  const rest = values.slice(firstValues);
  const pathOf = togglePaths(query, facet);
  // No component of its own: a page has more than a hundred of these.
  const item = ({ value, label, count }: FacetValue) => (
    <li key={value}>
      <a
        className={styles.value}
        href={pathOf(value)}
        rel="nofollow"
        aria-current={chosen.includes(value) ? "true" : undefined}
        aria-label={chosen.includes(value) ? t("search.remove", { label }) : undefined}
      >
        <span>{label}</span> <small>{formatNumber(count, language)}</small>
      </a>
    </li>
  );
  return (
    <>
      <ul className={styles.values}>{values.slice(0, firstValues).map(item)}</ul>
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{t("search.more", { count: rest.length })}</summary>
          <ul className={styles.values}>{rest.map(item)}</ul>
        </details>
      )}
    </>
  );
}
