import type { MetaDescriptor } from "@remix-run/react";
import type { TFunction } from "i18next";
import { type JobState, timetables } from "~/domain/jobs/job";
import type { Timetable } from "~/domain/jobs/timetable";
import { translator } from "~/i18n/translate";
import { formatMoment } from "~/ui/format-date";
import { Line, LineList } from "~/ui/layout/line-list";
import { Page } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import { adminCrumbs } from "./admin-crumbs";

/** What the server does on its clock, when it did so last, and what failed. */
export function JobsPage({ jobs }: { jobs: JobState[] }) {
  const { t, language } = useTranslation();
  const title = t("jobs.title");
  return (
    <Page title={title} lead={t("jobs.lead")} crumbs={adminCrumbs(t, title)}>
      <LineList>
        {jobs.map(({ name, succeededAt, failedAt, failures, lastError, nextAt }) => (
          <Line
            key={name}
            title={t(`jobs.task.${name}`)}
            details={[
              timetableText(t, timetables[name]),
              succeededAt ? t("jobs.succeeded", { date: formatMoment(succeededAt, language) }) : t("jobs.never"),
              t("jobs.next", { date: formatMoment(nextAt, language) }),
              failures > 0 &&
                failedAt &&
                t("jobs.failures", {
                  count: failures,
                  date: formatMoment(failedAt, language),
                  reason: lastError ?? "",
                }),
            ]}
          />
        ))}
      </LineList>
    </Page>
  );
}

function timetableText(t: TFunction, timetable: Timetable): string {
  if ("every" in timetable) {
    const { every: minutes } = timetable;
    if (minutes === 1) return t("jobs.timetable.eachMinute");
    return minutes % 60 === 0 && minutes > 60
      ? t("jobs.timetable.hours", { hours: minutes / 60 })
      : t("jobs.timetable.minutes", { minutes });
  }
  if ("daily" in timetable) return t("jobs.timetable.daily", { time: timetable.daily });
  return t("jobs.timetable.weekly", { time: timetable.weekly });
}

export function jobsMeta(matches: Parameters<typeof frameOf>[0]): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, { title: t("jobs.title"), description: t("jobs.lead"), noIndex: true });
}
