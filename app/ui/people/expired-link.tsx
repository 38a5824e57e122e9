import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

interface ExpiredLinkProps {
  /** Where to go from here. */
  again: string;
  /** What happened, where it is not what happens to most links, and what can be done. */
  lead?: string;
  label?: string;
}

/** What a link leads to when it was used, is too old, or was never one. */
export function ExpiredLink({ again, lead, label }: ExpiredLinkProps) {
  const { t } = useTranslation();
  const title = t("account.expired.title");
  return (
    <Page title={title} lead={lead ?? t("account.expired.lead")} crumbs={[{ name: title }]}>
      <p>
        <a href={again}>{label ?? t("account.expired.again")}</a>
      </p>
    </Page>
  );
}
