import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

/** What a link in a mail leads to when it was used, is too old, or was never one. */
export function ExpiredLink({ again }: { again: string }) {
  const { t } = useTranslation();
  const title = t("account.expired.title");
  return (
    <Page title={title} lead={t("account.expired.lead")} crumbs={[{ name: title }]}>
      <p>
        <a href={again}>{t("account.expired.again")}</a>
      </p>
    </Page>
  );
}
