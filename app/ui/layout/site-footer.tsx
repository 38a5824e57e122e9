import { useTranslation } from "~/ui/translation";
import styles from "./site-footer.module.css";

/** The foot of every page; on paper it tells the page's address. */
export function SiteFooter({ address }: { address: string }) {
  const { t } = useTranslation();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>{t("site.licence")}</p>
        <p>{t("site.software")}</p>
        <p className={styles.links}>
          <a href="/about">{t("nav.about")}</a>
          <a href="/coverage">{t("coverage.title")}</a>
          <a href="/collections">{t("collections.title")}</a>
          <a href="/vocabularies">{t("vocabularies.title")}</a>
          <a href="/tags">{t("tags.title")}</a>
          <a href="/calls">{t("calls.title")}</a>
          <a href="/api">{t("site.api")}</a>
        </p>
        <p className={styles.address}>{t("site.print", { url: address })}</p>
      </div>
    </footer>
  );
}
