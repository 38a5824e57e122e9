import { alignByConcordance, type RecommendationLine, themeOfRow } from "~/domain/documents/concordance";
import type { Term } from "~/domain/vocabularies/vocabulary";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import styles from "./recommendations-page.module.css";
import { ThemeTable } from "./theme-table";

interface RecommendationsPageProps {
  /** Show this theme alone, with everything that carries it. */
  theme: string | null;
  themes: Term[];
  recommendations: RecommendationLine[];
  concordance: { from: string; to: string }[];
}

/** All recommendations by theme; each theme is a table with a column for each document. */
export function RecommendationsPage({ theme, themes, recommendations, concordance }: RecommendationsPageProps) {
  const { t, language } = useTranslation();
  const carrying = (code: string) => recommendations.filter((it) => it.themes.some((term) => term.code === code));
  const used = themes.filter(({ code }) => carrying(code).length > 0);
  const documents = [...new Map(recommendations.map(({ document }) => [document.slug, document])).values()];
  const columns = documents.map(({ slug }) => slug);
  const rows = alignByConcordance(theme === null ? recommendations : carrying(theme), concordance, columns);
  const sections = used
    .map((term) => ({
      term,
      // Without a chosen theme, each row stands once, under the theme that fits it best.
      rows: theme === null ? rows.filter((row) => themeOfRow(row, recommendations) === term.code) : rows,
    }))
    .filter(({ term, rows }) => rows.length > 0 && (theme === null || term.code === theme));
  return (
    <Page
      title={t("recommendations.title")}
      lead={t("recommendations.lead")}
      crumbs={[{ name: t("recommendations.title") }]}
    >
      {recommendations.length === 0 && <p>{t("recommendations.empty")}</p>}
      <p>
        <a href="/coverage">{t("coverage.link")}</a>
      </p>
      <nav aria-label={t("recommendations.byTheme")}>
        <ul className={styles.themes}>
          {theme !== null && (
            <li>
              <a href="/recommendations">{t("recommendations.showAll")}</a>
            </li>
          )}
          {used.map(({ code, label }) => (
            <li key={code}>
              <a href={`/recommendations?theme=${code}`} aria-current={theme === code ? "true" : undefined}>
                {label[language]} <small>{carrying(code).length}</small>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(({ term, rows }) => (
        <ThemeTable key={term.code} term={term} documents={documents} rows={rows} />
      ))}
    </Page>
  );
}
