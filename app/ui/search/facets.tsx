import { useTranslation } from "~/ui/translation";
import { type FacetCount, type FacetName, facetNames } from "~search/port";
import styles from "./facets.module.css";
import { chosenFilters, labelOf, type SearchView, searchPath, toggled } from "./search-view";

/** Types are tabs; the others are here. */
const shown = facetNames.filter((facet) => facet !== "type");
/** Open from the start: the ones that most readers want. */
const open: readonly FacetName[] = ["theme", "tool", "region"];
const firstValues = 6;

/** The filters: each value is a link that sets or removes it. On a phone they fold into one line. */
export function Facets({ view }: { view: SearchView }) {
  const { t } = useTranslation();
  const { query, result } = view;
  const facets = shown.filter((facet) => (result.facets[facet]?.length ?? 0) > 0 || query.filters[facet]?.length);
  if (facets.length === 0) return <div />;
  return (
    <aside className={styles.facets} aria-label={t("search.filters")}>
      <input className={styles.toggle} type="checkbox" id="show-filters" />
      <label className={styles.toggleLabel} htmlFor="show-filters">
        {t("search.showFilters", { count: chosenFilters(query).filter(({ facet }) => facet !== "type").length })}
      </label>
      <div className={styles.list}>
        {facets.map((facet) => (
          <details
            key={facet}
            className={styles.facet}
            open={open.includes(facet) || Boolean(query.filters[facet]?.length)}
          >
            <summary className={styles.name}>{t(`facet.${facet}`)}</summary>
            <FacetValues view={view} facet={facet} counts={withChosen(view, facet)} />
          </details>
        ))}
      </div>
    </aside>
  );
}

/** The counted values, and chosen ones that are not among them, so that they can be removed. */
function withChosen({ query, result }: SearchView, facet: FacetName): FacetCount[] {
  const counts = result.facets[facet] ?? [];
  const missing = (query.filters[facet] ?? []).filter((value) => !counts.some((count) => count.value === value));
  return [...missing.map((value) => ({ value, count: 0 })), ...counts];
}

function FacetValues({ view, facet, counts }: { view: SearchView; facet: FacetName; counts: FacetCount[] }) {
  const { t } = useTranslation();
  const chosen = view.query.filters[facet] ?? [];
  const sorted = [...counts].sort((a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)));
  const rest = sorted.slice(firstValues);
  const values = (part: FacetCount[]) => (
    <ul className={styles.values}>
      {part.map(({ value, count }) => (
        <FacetValue key={value} view={view} facet={facet} value={value} count={count} chosen={chosen.includes(value)} />
      ))}
    </ul>
  );
  return (
    <>
      {values(sorted.slice(0, firstValues))}
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{t("search.more", { count: rest.length })}</summary>
          {values(rest)}
        </details>
      )}
    </>
  );
}

interface FacetValueProps {
  view: SearchView;
  facet: FacetName;
  value: string;
  count: number;
  chosen: boolean;
}

function FacetValue({ view, facet, value, count, chosen }: FacetValueProps) {
  const { t, language } = useTranslation();
  const label = labelOf(view.labels, facet, value);
  return (
    <li>
      <a
        className={styles.value}
        href={searchPath(view.query, { filters: toggled(view.query, facet, value) })}
        rel="nofollow"
        aria-current={chosen ? "true" : undefined}
        aria-label={chosen ? t("search.remove", { label }) : undefined}
      >
        <span>{label}</span> <small>{count.toLocaleString(language)}</small>
      </a>
    </li>
  );
}
