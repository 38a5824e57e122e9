import { toSearchParams } from "~/domain/search/search-params";
import type { WaysOut } from "~/domain/search/ways-out.server";
import { Pager } from "~/ui/entry/pager";
import { useTranslation } from "~/ui/translation";
import { searchSorts } from "~search/port";
import { ChosenFilters } from "./chosen-filters";
import { Facets } from "./facets";
import { Hit } from "./hit";
import { NothingFound } from "./nothing-found";
import { SearchBox } from "./search-box";
import styles from "./search-page.module.css";
import { chosenFilters, type SearchView, searchPath } from "./search-view";
import { TypeTabs } from "./type-tabs";

/** The search page: one box over everything, types as tabs, filters beside the results. */
export function SearchPage({ view, waysOut }: { view: SearchView; waysOut: WaysOut | null }) {
  const { t } = useTranslation();
  const { query, hits, total } = view;
  const first = (query.page - 1) * query.perPage + 1;
  const kept = [...toSearchParams({ ...query, text: "", page: 1 })];
  const pages = Math.ceil(Math.min(total, 10_000) / query.perPage);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{query.text ? t("search.titleFor", { query: query.text }) : t("search.title")}</h1>
        <SearchBox size="large" value={query.text} keep={kept} />
      </header>
      <TypeTabs view={view} />
      <div className={styles.columns}>
        <Facets view={view} />
        <section className={styles.results} aria-labelledby="results">
          <div className={styles.bar}>
            <h2 className={styles.count} id="results">
              {t("count.result", { count: total })}
              {total > query.perPage && (
                <small>
                  {t("search.range", {
                    from: first,
                    to: Math.min(first + query.perPage - 1, total),
                    total,
                  })}
                </small>
              )}
            </h2>
            <nav className={styles.sorts} aria-label={t("search.sort")}>
              {searchSorts.map((sort) => (
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
          </div>
          {chosenFilters(view).length > 0 && <ChosenFilters view={view} />}
          <Readings view={view} />
          {total === 0 && waysOut && <NothingFound view={view} waysOut={waysOut} />}
          <ol className={styles.hits} start={first}>
            {hits.map((hit) => (
              <Hit key={hit.id} hit={hit} />
            ))}
          </ol>
          <Pager page={query.page} pages={pages} to={(page) => searchPath(query, { page })} />
          <p className={styles.json}>
            <a href={`/api/v1/search?${toSearchParams(query)}`} rel="nofollow">
              {t("search.asJson")}
            </a>
          </p>
        </section>
      </div>
    </div>
  );
}

/** How the query was read, corrected words and synonyms, and whether another engine than usual has read it. */
function Readings({ view: { corrections, alsoSearched, fallback } }: { view: SearchView }) {
  const { t } = useTranslation();
  return (
    <>
      {corrections.length > 0 && (
        <p className={styles.reading}>
          {t("search.showingFor")} <b>{corrections.map(({ read }) => read).join(", ")}</b> {t("search.insteadOf")}{" "}
          <s>{corrections.map(({ typed }) => typed).join(", ")}</s>
        </p>
      )}
      {alsoSearched.length > 0 && (
        <p className={styles.reading}>
          {t("search.alsoSearched") + t("site.colon")} {alsoSearched.slice(0, 12).join(", ")}
        </p>
      )}
      {fallback && <p className={styles.reading}>{t("search.standIn")}</p>}
    </>
  );
}
