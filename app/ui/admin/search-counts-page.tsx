import type { FailedSearch } from "~/domain/search/failed-searches.server";
import { type CountedSearch, daysKept } from "~/domain/search/search-counts";
import type { CountedPeriod } from "~/domain/search/search-counts-queries.server";
import type { TermGroup } from "~/domain/search/thesaurus";
import type { ThesaurusChange } from "~/domain/search/thesaurus-change";
import { formatNumber } from "~/ui/format-number";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { adminCrumbs } from "./admin-crumbs";
import { ChangeNotice } from "./change-notice";
import { FailedSearches } from "./failed-searches";
import { OwnSynonyms } from "./own-synonyms";
import styles from "./search-counts-page.module.css";
import type { FailedChange } from "./synonym-form";

interface SearchCountsPageProps {
  days: number;
  counts: CountedPeriod;
  failed: FailedSearch[];
  synonyms: { file: string; groups: TermGroup[]; problem: string | null };
  done: ThesaurusChange | null;
  failure: FailedChange | null;
}

const periods = [7, 30, daysKept];

/** The period that an address asks for, in days. */
export const periodOf = (params: URLSearchParams): number =>
  periods.find((days) => String(days) === params.get("days")) ?? 30;

/** For administrators: what was searched for, what found nothing, and synonyms that help. */
export function SearchCountsPage({ days, counts, failed, synonyms, done, failure }: SearchCountsPageProps) {
  const { t, language } = useTranslation();
  const number = (count: number) => formatNumber(count, language);
  return (
    <Page title={t("admin.title")} lead={t("admin.lead")} crumbs={adminCrumbs(t, t("admin.title"))} wide>
      <ChangeNotice done={done} failure={failure} fileProblem={synonyms.problem} />
      <nav className={styles.periods} aria-label={t("admin.period")}>
        {periods.map((period) => (
          <a key={period} href={`/admin/search?days=${period}`} aria-current={period === days ? "true" : undefined}>
            {t("admin.days", { count: period })}
          </a>
        ))}
      </nav>
      <p className={styles.totals}>
        {t("admin.total", { count: counts.searches, number: number(counts.searches) })}{" "}
        {counts.searches > 0 && t("admin.totalFailed", { number: number(counts.withoutResult) })}
      </p>
      <Part title={t("admin.failed.title")} id="failed" lead={t("admin.failed.lead")}>
        <FailedSearches failed={failed} failure={failure} />
      </Part>
      <Part title={t("admin.most.title")} id="most">
        {counts.most.length > 0 ? <MostSearched searches={counts.most} /> : <p>{t("admin.most.none")}</p>}
      </Part>
      <Part title={t("admin.own.title")} id="synonyms">
        <OwnSynonyms groups={synonyms.groups} file={synonyms.file} failure={failure} />
      </Part>
    </Page>
  );
}

function MostSearched({ searches }: { searches: CountedSearch[] }) {
  const { t, language } = useTranslation();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("admin.most.text")}</th>
          <th scope="col" className={styles.number}>
            {t("admin.most.searches")}
          </th>
          <th scope="col" className={styles.number}>
            {t("admin.most.withoutResult")}
          </th>
        </tr>
      </thead>
      <tbody>
        {searches.map(({ text, searches: times, withoutResult }) => (
          <tr key={text}>
            <th scope="row">
              <a href={`/search?${new URLSearchParams({ q: text })}`}>{text}</a>
            </th>
            <td className={styles.number}>{formatNumber(times, language)}</td>
            <td className={styles.number}>{formatNumber(withoutResult, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
