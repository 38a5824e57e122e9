import type { Network } from "~/domain/networks/network";
import type { QueueLine } from "~/domain/queue/queue";
import { formatDate } from "~/ui/format-date";
import { NetworkDesk } from "~/ui/membership/network-desk";
import { useTranslation } from "~/ui/translation";
import styles from "./queue-page.module.css";

/** Everything that waits, with its age and what to do next; overdue first. */
export function QueuePage({ network, lines }: { network: Network; lines: QueueLine[] }) {
  const { t, language } = useTranslation();
  const overdue = lines.filter((line) => line.overdue).length;
  return (
    <NetworkDesk network={network} page="queue" done={null}>
      <p>
        {lines.length === 0
          ? t("queue.empty")
          : [t("queue.waiting", { count: lines.length }), overdue > 0 && t("queue.overdueCount", { count: overdue })]
              .filter(Boolean)
              .join(" ")}
      </p>
      {lines.length === 0 && (
        <p>
          <a href={`/coverage?network=${network.id}`}>{t("coverage.ofNetwork")}</a>
        </p>
      )}
      {lines.length > 0 && (
        <table className={styles.queue}>
          <thead>
            <tr>
              <th scope="col">{t("queue.what")}</th>
              <th scope="col">{t("queue.age")}</th>
              <th scope="col">{t("queue.due")}</th>
              <th scope="col">{t("queue.next")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one contribution may wait for two reviewers; the list never changes.
              <tr key={`${line.kind} ${line.path} ${index}`} data-overdue={line.overdue ? "" : undefined}>
                <th scope="row">
                  <span className={styles.kind}>{t(`queue.kind.${line.kind}`)}</span>
                  <span lang={line.language ?? undefined}>{line.title || t("contribution.untitled")}</span>
                  {line.who && <span className={styles.who}>{line.who}</span>}
                </th>
                <td data-label={t("queue.age")}>{t("queue.days", { count: line.age })}</td>
                <td data-label={t("queue.due")}>
                  {line.overdue && <strong className={styles.overdue}>{t("queue.overdue")}</strong>}{" "}
                  <time dateTime={line.dueOn}>{formatDate(line.dueOn, language)}</time>
                </td>
                <td>
                  <a href={line.path} aria-label={`${t(`queue.action.${line.kind}`)}: ${line.title}`}>
                    {t(`queue.action.${line.kind}`)}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </NetworkDesk>
  );
}
