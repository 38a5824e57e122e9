import type { ResultMap as Drawn } from "~/domain/cities/result-map";
import { deepestResult, toSearchParams } from "~/domain/search/search-params";
import type { WaysOut } from "~/domain/search/ways-out.server";
import { Pager } from "~/ui/entry/pager";
import { useTranslation } from "~/ui/translation";
import { ChosenFilters } from "./chosen-filters";
import { Facets } from "./facets";
import { Hit } from "./hit";
import { KeepSearch } from "./keep-search";
import { NothingFound } from "./nothing-found";
import { ResultBar } from "./result-bar";
import { ResultExports } from "./result-exports";
import { ResultMap } from "./result-map";
import { ResultTable } from "./result-table";
import { SearchBox } from "./search-box";
import styles from "./search-page.module.css";
import { SearchSyntax } from "./search-syntax";
import { type SearchView, searchPath } from "./search-view";
import { TypeTabs } from "./type-tabs";

/**
 * The search page: one box over everything, types as tabs, filters beside the results. What stands under `data-live` is what
 * app/enhance/live-search.ts replaces while one types.
 */
export function SearchPage({ view, waysOut, map }: { view: SearchView; waysOut: WaysOut | null; map: Drawn | null }) {
  const { t } = useTranslation();
  const { query, total } = view;
  const kept = [...toSearchParams({ ...query, text: "", page: 1 })];
  return (
    <div className={styles.page} data-live-search="" data-searching={t("search.searching")}>
      <header className={styles.head}>
        <h1 className={styles.title} data-live="title">
          {query.text ? t("search.titleFor", { query: query.text }) : t("search.title")}
        </h1>
        <SearchBox size="large" value={query.text} keep={kept} />
        <SearchSyntax />
        <p className={styles.status} role="status" data-live-status="" />
        <p className={styles.trouble} data-live-trouble="" hidden>
          <span>{t("search.trouble")}</span> <button type="button">{t("search.tryAgain")}</button>
        </p>
      </header>
      <div className={styles.live} data-live="results">
        <TypeTabs view={view} />
        <div className={styles.columns}>
          <Facets view={view} />
          <section className={styles.results} aria-labelledby="results">
            <ResultBar view={view} />
            <ChosenFilters view={view} />
            <Readings view={view} />
            {total === 0 && waysOut && <NothingFound view={view} waysOut={waysOut} />}
            {total > 0 && <Results view={view} map={map} />}
            <ResultExports view={view} />
            <KeepSearch view={view} />
          </section>
        </div>
      </div>
    </div>
  );
}

function Results({ view, map }: { view: SearchView; map: Drawn | null }) {
  const { query, hits, total } = view;
  if (map) return <ResultMap query={query} map={map} />;
  const pages = Math.ceil(Math.min(total, deepestResult) / query.perPage);
  return (
    <>
      {query.view === "table" ? (
        <ResultTable view={view} />
      ) : (
        <ol className={styles.hits} start={(query.page - 1) * query.perPage + 1}>
          {hits.map((hit) => (
            <Hit key={hit.id} hit={hit} />
          ))}
        </ol>
      )}
      <Pager page={query.page} pages={pages} to={(page) => searchPath(query, { page })} />
    </>
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
