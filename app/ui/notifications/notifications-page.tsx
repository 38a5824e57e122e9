import type { MetaDescriptor } from "@remix-run/react";
import { type Notification, notificationsPerPage } from "~/domain/notifications/notification";
import { notificationSentence } from "~/domain/notifications/notification-sentence";
import { translator } from "~/i18n/translate";
import { Pager } from "~/ui/entry/pager";
import { ButtonForm } from "~/ui/form/button-form";
import { FormErrors } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { formatMoment } from "~/ui/format-date";
import { Line, LineList } from "~/ui/layout/line-list";
import { Page } from "~/ui/layout/page";
import { PageTabs } from "~/ui/layout/page-tabs";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import styles from "./notifications-page.module.css";
import { ToldNav } from "./told-nav";

interface Props {
  notifications: Notification[];
  total: number;
  page: number;
  /** Only those that were not read are asked for. */
  unread: boolean;
  refused?: Refused;
}

/** What a person is told: each line leads to what it is about. */
export function NotificationsPage({ notifications, total, page, unread, refused }: Props) {
  const { t } = useTranslation();
  const title = t("notifications.title");
  const newest = notifications[0];
  const hasUnread = notifications.some(({ read }) => !read);
  const asked = unread ? "?unread&" : "?";
  return (
    <Page
      title={title}
      lead={t("notifications.lead")}
      crumbs={[{ name: title }]}
      aside={<ToldNav here="notifications" />}
    >
      <FormErrors id="read" labels={{}} refused={refused} />
      <FormErrors id="read-all" labels={{}} refused={refused} />
      <div className={styles.bar}>
        <PageTabs
          label={t("notifications.which")}
          tabs={[
            { name: t("notifications.all"), to: "/notifications", current: unread ? undefined : "page" },
            { name: t("notifications.unread"), to: "/notifications?unread", current: unread ? "page" : undefined },
          ]}
        />
        {newest && hasUnread && page === 1 && (
          <ButtonForm form="read-all" fields={{ last: String(newest.id) }} label={t("notifications.markAllRead")} />
        )}
      </div>
      {notifications.length === 0 && <p>{t(unread ? "notifications.emptyUnread" : "notifications.empty")}</p>}
      {notifications.length > 0 && (
        <LineList>
          {notifications.map((notification) => (
            <NotificationLine key={notification.id} notification={notification} />
          ))}
        </LineList>
      )}
      <Pager page={page} pages={Math.ceil(total / notificationsPerPage)} to={(number) => `${asked}page=${number}`} />
    </Page>
  );
}

function NotificationLine({ notification }: { notification: Notification }) {
  const { t, language } = useTranslation();
  const { id, path, waits, read, createdAt } = notification;
  const sentence = notificationSentence(t, notification);
  const marks = [!read && t("notifications.new"), waits && t("notifications.waits"), formatMoment(createdAt, language)];
  const link = (
    <a href={path} className={read ? styles.read : undefined} data-read={read ? undefined : id}>
      {sentence}
    </a>
  );
  return (
    <Line title={link} details={[marks.filter(Boolean).join(" · ")]}>
      {!read && (
        <ButtonForm
          form="read"
          fields={{ id: String(id) }}
          label={t("notifications.markRead")}
          about={sentence}
          quiet
        />
      )}
    </Line>
  );
}

export function notificationsMeta(matches: Parameters<typeof frameOf>[0]): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, { title: t("notifications.title"), description: t("notifications.lead"), noIndex: true });
}
