import account from "~/ui/people/account-page.module.css";
import { useTranslation } from "~/ui/translation";

const places = [
  ["notifications", "/notifications"],
  ["following", "/following"],
  ["savedSearches", "/searches"],
] as const;

/** The ways between the pages that say what one is told; the last one leads to what comes by mail. */
export function ToldNav({ here }: { here: (typeof places)[number][0] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("notifications.ways")}>
      <ul className={account.places}>
        {places.map(([name, to]) => (
          <li key={name}>
            <a href={to} aria-current={name === here ? "page" : undefined}>
              {t(`${name}.title`)}
            </a>
          </li>
        ))}
        <li>
          <a href="/account/notifications">{t("mailChoice.legend")}</a>
        </li>
      </ul>
    </nav>
  );
}
