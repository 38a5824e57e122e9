import { Notice } from "~/ui/layout/notice";
import { useTranslation } from "~/ui/translation";

/** What the first administrator can do next, as long as nobody else is there. */
export function FirstWelcome({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <Notice>
      <p>
        <b>{t("account.first.welcome", { name })}</b> {t("account.first.alone")}
      </p>
      <ul>
        <li>
          <a href="/networks/new">{t("account.first.network")}</a>
        </li>
        <li>
          <a href="/admin">{t("account.first.pages")}</a>
        </li>
        <li>
          <a href="/account/second-factor">{t("account.first.secure")}</a>
        </li>
      </ul>
    </Notice>
  );
}
