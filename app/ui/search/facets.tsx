import { useTranslation } from "~/ui/translation";
import { type FacetName, facetNames } from "~search/port";
import type { FacetNode } from "./facet-trees";
import { FacetValues } from "./facet-values";
import styles from "./facets.module.css";
import { countChosen, type SearchView, searchPath } from "./search-view";
import type { FacetGroup } from "./shown-counts";
import { DateFilter, NearFilter } from "./when-and-where";

/** Types are tabs, places and goals are trees; the others are lists. */
const lists: readonly FacetName[] = facetNames.filter(
  (facet) => !["type", "region", "country", "city", "sdg"].includes(facet),
);
const groups: readonly FacetGroup[] = [
  ...lists.slice(0, lists.indexOf("tool") + 1),
  "place",
  "sdg",
  ...lists.slice(lists.indexOf("tool") + 1),
];
/** Open from the start: the ones that most readers want. */
const open: readonly string[] = ["theme", "tool", "place"];
/**
 * The filters: each value is a link that sets or removes it. On a phone they fold into one line; app/enhance/sheet.ts shows
 * them as a sheet there.
 */
export function Facets({ view }: { view: SearchView }) {
  const { t } = useTranslation();
  const { query, facets, trees } = view;
  const chosen = countChosen(view, { types: false });
  const nodesOf = (group: FacetGroup): FacetNode[] =>
    group === "place" || group === "sdg"
      ? trees[group]
      : (facets[group] ?? []).map((value) => ({ ...value, facet: group, children: [] }));
  const shown = groups.filter((group) => nodesOf(group).length > 0);
  if (shown.length === 0 && chosen === 0) return <div />;
  const isInUse = (group: FacetGroup) =>
    query.unfolded === group ||
    (group === "place"
      ? Boolean(query.filters.region?.length || query.filters.country?.length || query.filters.city?.length)
      : Boolean(query.filters[group]?.length));
  return (
    <aside
      className={styles.facets}
      aria-label={t("search.filters")}
      data-sheet={t("search.showResults", { count: view.total })}
      data-close={t("search.closeFilters")}
    >
      <details className={styles.toggle}>
        <summary>{chosen > 0 ? t("search.showFilters", { count: chosen }) : t("search.filters")}</summary>
      </details>
      <div className={styles.list}>
        {shown.map((group) => (
          <details key={group} className={styles.facet} data-key={group} open={open.includes(group) || isInUse(group)}>
            <summary className={styles.name}>{t(group === "place" ? "search.places" : `facet.${group}`)}</summary>
            <FacetValues nodes={nodesOf(group)} query={query} />
            <MoreOrFewer view={view} group={group} />
          </details>
        ))}
        <DateFilter query={query} />
        <NearFilter view={view} />
      </div>
    </aside>
  );
}

/** A page of the same results with more values of a group, or with few again. */
function MoreOrFewer({ view: { query, more }, group }: { view: SearchView; group: FacetGroup }) {
  const { t } = useTranslation();
  const isUnfolded = query.unfolded === group;
  if (!isUnfolded && !more[group]) return null;
  return (
    <a
      className={styles.more}
      href={searchPath(query, { unfolded: isUnfolded ? undefined : group })}
      rel="nofollow"
      data-name="more"
    >
      {isUnfolded ? t("search.fewer") : t("search.more", { count: more[group] })}
    </a>
  );
}
