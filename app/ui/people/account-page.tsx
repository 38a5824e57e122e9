import type { ReactNode } from "react";
import { DoneNotice } from "~/ui/layout/notice";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import styles from "./account-page.module.css";

const places = [
  ["profile", "/account"],
  ["security", "/account/security"],
  ["emailChange", "/account/email"],
  ["secondFactor", "/account/second-factor"],
  ["mailChoice", "/account/notifications"],
  ["tokens", "/account/tokens"],
  ["data", "/account/data"],
] as const;
type Place = (typeof places)[number][0];

/** The frame of the pages of one's own account. */
export function AccountPage({ place, done, children }: { place: Place; done?: string | null; children: ReactNode }) {
  const { t } = useTranslation();
  const own = t("account.profile.title");
  const title = t(`account.${place}.title`);
  const crumbs = place === "profile" ? [{ name: own }] : [{ name: own, to: "/account" }, { name: title }];
  const nav = (
    <nav aria-label={own}>
      <ul className={styles.places}>
        {places.map(([name, to]) => (
          <li key={name}>
            <a href={to} aria-current={name === place ? "page" : undefined}>
              {t(`account.${name}.title`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
  return (
    <Page title={title} crumbs={crumbs} aside={nav}>
      {done && <DoneNotice>{done}</DoneNotice>}
      {children}
    </Page>
  );
}
