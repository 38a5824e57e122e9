import type { Network } from "~/domain/networks/network";
import type { NetworkStatistics } from "~/domain/statistics/statistics";
import { Part } from "~/ui/layout/page";
import { WideTable } from "~/ui/layout/wide-table";
import { NetworkDesk } from "~/ui/membership/network-desk";
import { useTranslation } from "~/ui/translation";
import type { ContributionStatus } from "~db/schema/contribution";
import { BarChart } from "./bar-chart";
import styles from "./bar-chart.module.css";

/** A network's work in the last twelve months: charts, and the tables behind them. */
export function StatisticsPage({ network, statistics }: { network: Network; statistics: NetworkStatistics }) {
  const { t, language } = useTranslation();
  const { submissions, decisions, reviewers, states } = statistics;
  const months = new Intl.DateTimeFormat(language, { month: "short", year: "2-digit", timeZone: "UTC" });
  const nameOf = (month: string) => months.format(new Date(`${month}-01`));
  const days = (value: number | null) =>
    value === null ? "–" : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
  const common = { table: t("statistics.table") };
  return (
    <NetworkDesk network={network} page="statistics" done={null}>
      <p>{t("statistics.lead")}</p>
      <Part title={t("statistics.submissions")} id="submissions">
        <BarChart
          title={t("statistics.submissionsByMonth")}
          bars={submissions.map(({ month, count }) => ({ label: nameOf(month), value: count }))}
          heads={[t("statistics.month"), t("statistics.submissions")]}
          {...common}
        />
      </Part>
      <Part title={t("statistics.decisions")} id="decisions" lead={t("statistics.decisionsLead")}>
        <BarChart
          title={t("statistics.daysByMonth")}
          bars={decisions.map(({ month, median }) => ({
            label: nameOf(month),
            value: median ?? 0,
            text: days(median),
          }))}
          heads={[t("statistics.month"), t("statistics.days")]}
          {...common}
        />
      </Part>
      <Part title={t("statistics.reviewers")} id="reviewers">
        {reviewers.length === 0 && <p>{t("statistics.noReviewers")}</p>}
        {reviewers.length > 0 && (
          <>
            <BarChart
              title={t("statistics.openByReviewer")}
              bars={reviewers.slice(0, 12).map(({ name, open }) => ({ label: name, value: open }))}
              heads={[t("statistics.reviewer"), t("statistics.open")]}
              {...common}
            />
            <WideTable label={t("statistics.reviewer")} className={styles.table}>
              <thead>
                <tr>
                  {(["reviewer", "open", "overdue", "sent", "days"] as const).map((head) => (
                    <th key={head} scope="col">
                      {t(`statistics.${head}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {reviewers.map((reviewer) => (
                  <tr key={reviewer.id}>
                    <th scope="row">{reviewer.name}</th>
                    <td>{reviewer.open}</td>
                    <td>{reviewer.overdue}</td>
                    <td>{reviewer.sent}</td>
                    <td>{days(reviewer.median)}</td>
                  </tr>
                ))}
              </tbody>
            </WideTable>
          </>
        )}
      </Part>
      <Part title={t("statistics.states")} id="states">
        {states.length === 0 && <p>{t("statistics.nothing")}</p>}
        <ul>
          {states.map(({ status, count }) => (
            <li key={status}>
              {t(`contributionStatus.${status as ContributionStatus}`)}
              {t("site.colon")} {count}
            </li>
          ))}
        </ul>
      </Part>
    </NetworkDesk>
  );
}
