import { useTranslation } from "~/ui/translation";
import styles from "./breadcrumbs.module.css";

export interface Crumb {
  name: string;
  /** Absent on the last: the page itself. */
  to?: string;
}

export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("site.breadcrumbs")}>
      <ol className={styles.crumbs}>
        <li>
          <a href="/">{t("nav.home")}</a>
        </li>
        {crumbs.map(({ name, to }) => (
          <li key={name}>{to ? <a href={to}>{name}</a> : <span aria-current="page">{name}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}

/** The same way as schema.org's BreadcrumbList. */
export const breadcrumbList = (origin: string, crumbs: Crumb[]) => ({
  "@type": "BreadcrumbList",
  itemListElement: crumbs.map(({ name, to }, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name,
    ...(to ? { item: origin + to } : {}),
  })),
});
