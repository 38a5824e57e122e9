import type { MetaFunction } from "@remix-run/node";
import { Page } from "~/ui/layout/page";
import { accountMeta } from "~/ui/people/account-meta";
import { useTranslation } from "~/ui/translation";

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "resetSent");

export default function ResetSent() {
  const { t } = useTranslation();
  const title = t("account.resetSent.title");
  const crumbs = [{ name: t("account.signIn.title"), to: "/sign-in" }, { name: title }];
  return (
    <Page title={title} lead={t("account.resetSent.lead")} crumbs={crumbs}>
      <p>{t("account.mailHint")}</p>
    </Page>
  );
}
