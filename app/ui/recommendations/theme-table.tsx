import type { ConcordanceRow, RecommendationLine } from "~/domain/documents/concordance";
import type { Term } from "~/domain/vocabularies/vocabulary";
import { useTranslation } from "~/ui/translation";
import styles from "./theme-table.module.css";

interface ThemeTableProps {
  term: Term;
  /** The columns. */
  documents: RecommendationLine["document"][];
  rows: ConcordanceRow[];
}

/** The recommendations of one theme: a column for each document, a row for what belongs together. */
export function ThemeTable({ term, documents: columns, rows }: ThemeTableProps) {
  const { t, language } = useTranslation();
  return (
    <section className={styles.theme}>
      <h2 id={term.code}>{term.label[language]}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ slug, shortTitle }) => (
              <th key={slug} scope="col">
                <a href={`/documents/${slug}`}>{shortTitle}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.flat()[0]?.id}>
              {row.map((cell, index) => (
                <td key={columns[index]?.slug} data-document={columns[index]?.shortTitle}>
                  {cell.length === 0 && <span className={styles.none}>{t("recommendations.none")}</span>}
                  {cell.map((line) => (
                    <Recommendation key={line.id} line={line} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Recommendation({ line }: { line: RecommendationLine }) {
  const { t } = useTranslation();
  return (
    <div className={styles.recommendation}>
      <p>
        <a
          className={styles.label}
          href={`/documents/${line.id}`}
          aria-label={t("provisionName.labelled", { kind: t("provisionKind.recommendation"), label: line.label })}
        >
          {line.label}
        </a>{" "}
        <span lang="en">{line.summary ?? line.text}</span>
      </p>
      <p className={styles.answered}>
        <a href={`/documents/${line.id}#answers`}>
          {t("recommendations.answered", {
            practices: t("count.practice", { count: line.practices }),
            tools: t("count.tool", { count: line.tools }),
          })}
        </a>
      </p>
    </div>
  );
}
