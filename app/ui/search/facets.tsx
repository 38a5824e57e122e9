import { formatNumber } from "~/ui/format-number";
import { useTranslation } from "~/ui/translation";
import { type FacetName, facetNames } from "~search/port";
import { FacetTree } from "./facet-tree";
import type { FacetValue } from "./facet-trees";
import styles from "./facets.module.css";
import { countChosen, type SearchView, togglePaths } from "./search-view";
import { DateFilter, NearFilter } from "./when-and-where";

/** Types are tabs, places and goals are trees; the others are lists. */
const lists: readonly FacetName[] = facetNames.filter(
  (facet) => !["type", "region", "country", "city", "sdg"].includes(facet),
);
const groups: readonly (FacetName | "place")[] = [
  ...lists.slice(0, lists.indexOf("tool") + 1),
  "place",
  "sdg",
  ...lists.slice(lists.indexOf("tool") + 1),
];
/** Open from the start: the ones that most readers want. */
const open: readonly string[] = ["theme", "tool", "place"];
const firstValues = 5;

/**
 * The filters: each value is a link that sets or removes it. On a phone they fold into one line; app/enhance/sheet.ts shows
 * them as a sheet there.
 */
export function Facets({ view }: { view: SearchView }) {
  const { t } = useTranslation();
  const { query, facets, trees } = view;
  const chosen = countChosen(view, { types: false });
  const shown = groups.filter((group) =>
    group === "place" || group === "sdg" ? trees[group].length > 0 : facets[group]?.length,
  );
  if (shown.length === 0 && chosen === 0) return <div />;
  const isChosen = (group: FacetName | "place") =>
    group === "place"
      ? Boolean(query.filters.region?.length || query.filters.country?.length || query.filters.city?.length)
      : Boolean(query.filters[group]?.length);
  return (
    <aside
      className={styles.facets}
      aria-label={t("search.filters")}
      data-sheet={t("search.showResults", { count: view.total })}
      data-close={t("search.closeFilters")}
    >
      <details className={styles.toggle}>
        <summary>{t("search.showFilters", { count: chosen })}</summary>
      </details>
      <div className={styles.list}>
        {shown.map((group) => (
          <details key={group} className={styles.facet} data-key={group} open={open.includes(group) || isChosen(group)}>
            <summary className={styles.name}>{t(group === "place" ? "search.places" : `facet.${group}`)}</summary>
            {group === "place" || group === "sdg" ? (
              <FacetTree nodes={trees[group]} query={query} />
            ) : (
              <Values view={view} facet={group} />
            )}
          </details>
        ))}
        <DateFilter query={query} />
        <NearFilter view={view} />
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
        <details className={styles.more} data-key={`more ${facet}`}>
          <summary>{t("search.more", { count: rest.length })}</summary>
          <ul className={styles.values}>{rest.map(item)}</ul>
        </details>
      )}
    </>
  );
}
