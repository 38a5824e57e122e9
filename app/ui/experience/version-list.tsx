import { entryPath } from "~/domain/links/link";
import type { ExperiencePage } from "~/domain/practices/practice";
import { formatDate } from "~/ui/format-date";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import styles from "./version-list.module.css";

/** Every version with its day and what it changed, and the way to compare them. */
export function VersionList({ experience }: { experience: ExperiencePage }) {
  const { t, language } = useTranslation();
  const { number: shown, versions } = experience.version;
  const path = entryPath(experience);
  return (
    <Part title={t("publication.versions")} id="versions" lead={t("publication.versionsLead")}>
      <ol className={styles.versions}>
        {versions.map(({ number, publishedAt, changeNote }) => (
          <li key={number}>
            <a href={`${path}/v${number}`} aria-current={number === shown ? "true" : undefined}>
              {t("publication.versionOf", { number, date: formatDate(publishedAt, language) })}
            </a>
            {number === versions[0]?.number && versions.length > 1 && ` (${t("publication.latest")})`}
            <p>{changeNote ?? (number === 1 ? t("publication.first") : "")}</p>
          </li>
        ))}
      </ol>
      {versions.length > 1 && (
        <p>
          <a href={`${path}/compare`}>{t("publication.compare")}</a>
        </p>
      )}
    </Part>
  );
}
