import type { MetaDescriptor } from "@remix-run/react";
import type { ReportedMessage } from "~/domain/threads/report-queries.server";
import { adminCrumbs } from "~/ui/admin/admin-crumbs";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { formatDate } from "~/ui/format-date";
import { Page } from "~/ui/layout/page";
import type { frameOf } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import { talkMeta } from "./thread-crumbs";

/** Messages in public that somebody has reported, the oldest first. */
export function ReportsPage({ reported }: { reported: ReportedMessage[] }) {
  const { t, language } = useTranslation();
  const title = t("administration.reports.title");
  return (
    <Page title={title} lead={t("administration.reports.text")} crumbs={adminCrumbs(t, title)}>
      {reported.length === 0 && <p>{t("threads.noReports")}</p>}
      <EntryList>
        {reported.map((line) => (
          <EntryLine
            key={`${line.threadId} ${line.number}`}
            to={`/threads/${line.threadId}/${line.number}`}
            title={line.title}
            language={line.language}
            eyebrow={t("threads.message", { number: line.number })}
          >
            {t("threads.reports", { count: line.reports, date: formatDate(line.since, language) })}
          </EntryLine>
        ))}
      </EntryList>
    </Page>
  );
}

export const reportsMeta = (matches: Parameters<typeof frameOf>[0]): MetaDescriptor[] =>
  talkMeta(matches, (t) => t("administration.reports.title"));
