import type { ExperienceLine } from "~/domain/practices/practice";
import { EntryList } from "~/ui/entry/entry-line";
import { ExperienceLineItem } from "~/ui/entry/experience-line";
import { Pager } from "~/ui/entry/pager";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

interface ExperienceListProps {
  list: "practices" | "caseStudies";
  lines: ExperienceLine[];
  total: number;
  page: number;
}

export const experiencesPerPage = 50;

/** The list of practices or of case studies. */
export function ExperienceList({ list, lines, total, page }: ExperienceListProps) {
  const { t, language } = useTranslation();
  const kind = list === "practices" ? "practice" : "case-study";
  return (
    <Page title={t(`${list}.title`)} lead={t(`${list}.lead`)} crumbs={[{ name: t(`${list}.title`) }]}>
      <p>
        {t(`count.${kind}`, { count: total })} · <a href={`/search?type=${kind}`}>{t(`${list}.searchIn`)}</a>
      </p>
      {lines.length === 0 && <p>{t(`${list}.empty`)}</p>}
      <EntryList columns>
        {lines.map((line) => (
          <ExperienceLineItem key={line.id} line={line} language={language} />
        ))}
      </EntryList>
      <Pager page={page} pages={Math.ceil(total / experiencesPerPage)} to={(number) => `?page=${number}`} />
    </Page>
  );
}
