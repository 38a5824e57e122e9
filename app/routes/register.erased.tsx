import type { MetaFunction } from "@remix-run/node";
import { Page } from "~/ui/layout/page";
import { accountMeta } from "~/ui/people/account-meta";
import { useTranslation } from "~/ui/translation";

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "erased");

export default function Erased() {
  const { t } = useTranslation();
  const title = t("account.erased.title");
  return (
    <Page title={title} lead={t("account.erased.lead")} crumbs={[{ name: title }]}>
      <p>
        <a href="/">{t("error.home")}</a>
      </p>
    </Page>
  );
}
