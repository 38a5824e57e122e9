import { useTranslation } from "~/ui/translation";
import styles from "./pager.module.css";

/** The way through the pages of a list; nothing where there is one page. */
export function Pager({ page, pages, to }: { page: number; pages: number; to: (page: number) => string }) {
  const { t } = useTranslation();
  if (pages <= 1) return null;
  return (
    <nav className={styles.pager} aria-label={t("search.pages")}>
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          {t("search.previous")}
        </a>
      )}
      <span>{t("search.page", { page, pages })}</span>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          {t("search.next")}
        </a>
      )}
    </nav>
  );
}
