import { entryPath } from "~/domain/links/link";
import type { ExperiencePage } from "~/domain/practices/practice";
import type { Retirement } from "~/domain/publication/version";
import { formatDate } from "~/ui/format-date";
import { Notice } from "~/ui/layout/notice";
import { useTranslation } from "~/ui/translation";

interface VersionNoticeProps {
  experience: ExperiencePage;
  retirement: Retirement | null;
}

/** Says that there is a newer version, or that it was archived. */
export function VersionNotice({ experience, retirement }: VersionNoticeProps) {
  const { t, language } = useTranslation();
  const { number, publishedAt, versions } = experience.version;
  const latest = versions[0]?.number ?? number;
  const path = entryPath(experience);
  if (latest === number && retirement === null) return null;
  return (
    <Notice>
      {retirement && (
        <>
          <p>{t("publication.archived", { date: formatDate(retirement.at, language) })}</p>
          <p>
            {t("publication.reason")}
            {t("site.colon")} {retirement.reason}
          </p>
        </>
      )}
      {latest !== number && (
        <>
          <p>{t("publication.older", { number, date: formatDate(publishedAt, language) })}</p>
          <p>
            <a href={path}>{t("publication.readLatest", { number: latest })}</a>
            {" · "}
            <a href={`${path}/compare?from=${number}&to=${latest}`}>{t("publication.seeChanges")}</a>
          </p>
        </>
      )}
    </Notice>
  );
}
