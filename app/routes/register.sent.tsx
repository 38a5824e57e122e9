import type { MetaFunction } from "@remix-run/node";
import { Page } from "~/ui/layout/page";
import { accountMeta } from "~/ui/people/account-meta";
import { useTranslation } from "~/ui/translation";

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "registered");

export default function RegistrationSent() {
  const { t } = useTranslation();
  const crumbs = [{ name: t("account.register.title"), to: "/register" }, { name: t("account.registered.title") }];
  return (
    <Page title={t("account.registered.title")} lead={t("account.registered.lead")} crumbs={crumbs}>
      <p>{t("account.mailHint")}</p>
    </Page>
  );
}
