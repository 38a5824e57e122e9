import type { ExperiencePage } from "~/domain/practices/practice";
import { Part } from "~/ui/layout/page";
import { kindOfEid, provisionName } from "~/ui/provision/provision-name";
import { useTranslation } from "~/ui/translation";
import styles from "./source-list.module.css";

/** The paragraphs that tell what the entry says: to the letter where the document was imported, else in our words. */
export function SourceList({ sources }: { sources: ExperiencePage["sources"] }) {
  const { t } = useTranslation();
  if (sources.length === 0) return null;
  return (
    <Part title={t("experience.sources")} id="sources">
      <ul className={styles.sources}>
        {sources.map((source) => (
          <li key={source.id}>
            <p className={styles.name}>
              <a href={`/documents/${source.id}`}>
                {source.shortTitle}, {provisionName(t, { ...source, kind: kindOfEid(source.eid) })}
              </a>
            </p>
            {source.text ? (
              <blockquote className={styles.text} lang="en">
                {source.text}
              </blockquote>
            ) : (
              <p lang="en">{source.summary}</p>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
