import { languageNames, languages } from "~/i18n/language";
import { NotificationsLink } from "~/ui/notifications/notifications-link";
import { SearchBox } from "~/ui/search/search-box";
import { useTranslation } from "~/ui/translation";
import { PersonMenu, SignInLink } from "./person-menu";
import styles from "./site-header.module.css";
import { Wordmark } from "./wordmark";

const places = [
  ["/recommendations", "nav.recommendations"],
  ["/practices", "nav.practices"],
  ["/case-studies", "nav.caseStudies"],
  ["/tools", "nav.tools"],
  ["/cities", "nav.cities"],
  ["/documents", "nav.documents"],
  ["/networks", "nav.networks"],
  ["/about", "nav.about"],
] as const;

interface SiteHeaderProps {
  path: string;
  query: string;
  person: { name: string; administrator: boolean; unread: number } | null;
}

/** The head of every page: name, language, search, and the ways into the library. */
export function SiteHeader({ path, query, person }: SiteHeaderProps) {
  const { t, language: current } = useTranslation();
  const hasOwnSearch = path === "/" || path === "/search";
  const inLanguage = (language: string) => `${path}?${query ? `${query}&` : ""}lang=${language}`;
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#content">
        {t("site.skip")}
      </a>
      <div className={styles.top}>
        <a className={styles.home} href="/" aria-current={path === "/" ? "page" : undefined}>
          <Wordmark />
        </a>
        {!hasOwnSearch && <SearchBox size="small" />}
        {person && <NotificationsLink path={path} unread={person.unread} />}
        {person ? <PersonMenu path={path} {...person} /> : <SignInLink path={path} />}
        <ul className={styles.languages} aria-label={t("site.language")}>
          {languages.map((language) => (
            <li key={language}>
              <a
                href={inLanguage(language)}
                hrefLang={language}
                lang={language}
                rel="nofollow"
                aria-label={languageNames[language]}
                aria-current={current === language ? "true" : undefined}
              >
                {language}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <nav className={styles.nav} aria-label={t("site.menu")} data-places="">
        <ul className={styles.places}>
          {places.map(([to, name]) => (
            <li key={to}>
              <a href={to} aria-current={here(path, to)}>
                {t(name)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

const here = (path: string, to: string) => {
  if (path === to) return "page";
  return path.startsWith(`${to}/`) ? "true" : undefined;
};
