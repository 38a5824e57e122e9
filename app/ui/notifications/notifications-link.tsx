import { useTranslation } from "~/ui/translation";
import styles from "./notifications-link.module.css";

/** In the head of each page: how much a person has not read. */
export function NotificationsLink({ path, unread }: { path: string; unread: number }) {
  const { t } = useTranslation();
  return (
    <a
      className={styles.link}
      href="/notifications"
      aria-label={unread > 0 ? t("notifications.count", { count: unread }) : t("notifications.title")}
      aria-current={path === "/notifications" ? "page" : undefined}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <path
          d="M4 14.5c1.3-1.2 1.6-2.6 1.6-5a4.4 4.4 0 0 1 8.8 0c0 2.4.3 3.8 1.6 5zM8.3 16.5a1.8 1.8 0 0 0 3.4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      {unread > 0 && <span className={styles.count}>{unread > 99 ? "99+" : unread}</span>}
    </a>
  );
}
