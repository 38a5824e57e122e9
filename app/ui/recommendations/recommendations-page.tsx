import { useTranslation } from "react-i18next";
import type { RecommendationLine } from "~/domain/documents/concordance";
import type { Term } from "~/domain/vocabularies/vocabulary";
import { Page } from "~/ui/layout/page";
import { useLanguage } from "~/ui/use-language";
import styles from "./recommendations-page.module.css";
import { ThemeTable } from "./theme-table";

interface RecommendationsPageProps {
  /** Show this theme alone. */
  theme: string | null;
  themes: Term[];
  recommendations: RecommendationLine[];
  concordance: { from: string; to: string }[];
}

/** All recommendations by theme; each theme is a table with a column for each document. */
export function RecommendationsPage({ theme, themes, recommendations, concordance }: RecommendationsPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const used = themes
    .map((term) => ({
      term,
      members: recommendations.filter((it) => it.themes.some(({ code }) => code === term.code)),
    }))
    .filter(({ members }) => members.length > 0);
  const shown = used.filter(({ term }) => theme === null || term.code === theme);
  return (
    <Page
      title={t("recommendations.title")}
      lead={t("recommendations.lead")}
      crumbs={[{ name: t("recommendations.title") }]}
    >
      {recommendations.length === 0 && <p>{t("recommendations.empty")}</p>}
      <nav aria-label={t("recommendations.byTheme")}>
        <ul className={styles.themes}>
          {theme !== null && (
            <li>
              <a href="/recommendations">{t("recommendations.showAll")}</a>
            </li>
          )}
          {used.map(({ term, members }) => (
            <li key={term.code}>
              <a
                href={theme === null ? `#${term.code}` : `/recommendations?theme=${term.code}`}
                aria-current={theme === term.code ? "true" : undefined}
              >
                {term.label[language]} <small>{members.length}</small>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.map(({ term, members }) => (
        <ThemeTable key={term.code} term={term} members={members} concordance={concordance} />
      ))}
    </Page>
  );
}
