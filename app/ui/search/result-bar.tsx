import { resultViews } from "~/domain/search/search-params";
import { useTranslation } from "~/ui/translation";
import { searchSorts } from "~search/port";
import styles from "./result-bar.module.css";
import { type SearchView, searchPath } from "./search-view";

/** How many results there are, how they are shown and in which order. */
export function ResultBar({ view: { query, total } }: { view: SearchView }) {
  const { t } = useTranslation();
  const first = (query.page - 1) * query.perPage + 1;
  const sorts = [...searchSorts, ...(query.near ? (["distance"] as const) : [])];
  return (
    <div className={styles.bar}>
      <h2 className={styles.count} id="results" tabIndex={-1}>
        {t("count.result", { count: total })}
        {total > query.perPage && query.view !== "map" && (
          <small>{t("search.range", { from: first, to: Math.min(first + query.perPage - 1, total), total })}</small>
        )}
      </h2>
      {total > 0 && (
        <nav className={styles.choice} aria-label={t("search.viewAs")}>
          {resultViews.map((view) => (
            <a
              key={view}
              href={searchPath(query, { view })}
              rel="nofollow"
              aria-current={query.view === view ? "true" : undefined}
            >
              {t(`search.views.${view}`)}
            </a>
          ))}
        </nav>
      )}
      {total > 0 && query.view !== "map" && (
        <nav className={styles.choice} aria-label={t("search.sort")}>
          {sorts.map((sort) => (
            <a
              key={sort}
              href={searchPath(query, { sort })}
              rel="nofollow"
              aria-current={query.sort === sort ? "true" : undefined}
            >
              {t(`search.sorts.${sort}`)}
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}
