import type { MailLine } from "~/domain/mail/mail-line";
import { adminCrumbs } from "~/ui/admin/admin-crumbs";
import { formatDate } from "~/ui/format-date";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import styles from "./account-page.module.css";

/** What Polylogue wrote, for administrators: where no mail server is set, this is where it is read. */
export function MailsPage({ mails, folder }: { mails: MailLine[]; folder: string | null }) {
  const { t, language } = useTranslation();
  const title = t("account.mails.title");
  const lead = folder === null ? t("account.mails.lead") : t("account.mails.folder", { folder });
  return (
    <Page title={title} lead={lead} crumbs={adminCrumbs(t, title)}>
      {mails.length === 0 && <p>{t("account.mails.none")}</p>}
      {mails.map(({ id, to, subject, text, createdAt, sentAt, attempts, lastError, ...mail }) => (
        <article key={id} className={styles.mail}>
          <h2 lang={mail.language}>{subject}</h2>
          <p className={type.small}>
            {t("account.mails.line", { to, date: formatDate(createdAt, language), time: createdAt.slice(11, 16) })}
          </p>
          {sentAt === null && <p>{t("account.mails.waiting", { count: attempts })}</p>}
          {lastError && <p className={type.small}>{lastError}</p>}
          {text && <pre lang={mail.language}>{text}</pre>}
        </article>
      ))}
    </Page>
  );
}
