import type { Desk, DeskLine } from "~/domain/contributions/desk";
import type { NetworkNews } from "~/domain/networks/network-news";
import type { Notification } from "~/domain/notifications/notification";
import { notificationSentence } from "~/domain/notifications/notification-sentence";
import contribution from "~/ui/contribution/contribution.module.css";
import { formatDate } from "~/ui/format-date";
import { Line, LineList } from "~/ui/layout/line-list";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import { NetworkNewsList } from "./network-news-list";

interface DeskPageProps {
  desk: Desk;
  /** What was told and waits. */
  waiting: Notification[];
  news: NetworkNews[];
}

/** Where it goes on: the text itself is the page of all others. */
const pageOf: Partial<Record<DeskLine["status"], string>> = {
  draft: "/edit",
  "changes-requested": "/review",
  declined: "/review",
};

/** What someone writes, what waits for them, and where they belong; empty parts say what one could do. */
export function DeskPage({ desk: { own, toCheck, submitted, networks }, waiting, news }: DeskPageProps) {
  const { t, language } = useTranslation();
  const written = own.map((line) => ({ line, path: `/contributions/${line.id}${pageOf[line.status] ?? ""}` }));
  const toRead = [
    ...toCheck.map((line) => ({ line, path: `/contributions/${line.id}/fact-check`, what: t("desk.checkFacts") })),
    ...submitted.map((line) => ({ line, path: `/contributions/${line.id}/review`, what: t("desk.read") })),
  ];
  // What stands there as a line of its own is not said twice.
  const told = waiting.filter(({ path }) => toRead.every((one) => one.path !== path));
  return (
    <Page title={t("desk.title")} lead={t("desk.lead")} crumbs={[{ name: t("desk.title") }]}>
      <Part id="drafts" title={t("desk.drafts")}>
        {own.length === 0 && <p>{t("desk.noDrafts")}</p>}
        <Lines lines={written} />
        <p>
          <a href="/contributions/new">{t("contribution.start")}</a> ·{" "}
          <a href="/contributions/import">{t("contribution.import")}</a>
        </p>
      </Part>
      <Part id="waiting" title={t("desk.waiting")}>
        {toRead.length + told.length === 0 && <p>{t("desk.nothingWaits")}</p>}
        {told.length > 0 && (
          <LineList>
            {told.map((notification) => (
              <Line
                key={notification.id}
                title={<a href={notification.path}>{notificationSentence(t, notification)}</a>}
                details={[formatDate(notification.createdAt, language)]}
              />
            ))}
          </LineList>
        )}
        <Lines lines={toRead} />
        <p>
          <a href="/reviews">{t("reviewing.title")}</a>
        </p>
      </Part>
      {networks.length > 0 && (
        <Part id="news" title={t("desk.newsTitle")}>
          {news.length > 0 ? <NetworkNewsList news={news} /> : <p>{t("desk.noNews")}</p>}
        </Part>
      )}
      <Part id="networks" title={t("desk.networks")}>
        {networks.length === 0 && (
          <p>
            {t("desk.noNetworks")} <a href="/networks">{t("contribution.findNetwork")}</a>
          </p>
        )}
        <ul className={contribution.list}>
          {networks.map(({ id, name }) => (
            <li key={id}>
              <a href={`/networks/${id}`} lang="en">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </Part>
    </Page>
  );
}

interface LinesProps {
  lines: { line: DeskLine; path: string; what?: string }[];
}

function Lines({ lines }: LinesProps) {
  const { t, language } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <ul className={contribution.cards}>
      {lines.map(({ line, path, what }) => (
        <li key={line.id} className={contribution.card}>
          <h3>
            <a href={path} lang={line.title ? line.language : undefined}>
              {line.title || t("contribution.untitled")}
            </a>
          </h3>
          <p className={type.small}>
            {[
              what,
              t(`kind.${line.kind}`),
              t(`contributionStatus.${line.status}`),
              t("desk.percent", { percent: line.percent }),
              t("desk.changed", { date: formatDate(line.updatedAt, language) }),
              line.factCheck === "disputed" && t("desk.disputed"),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
