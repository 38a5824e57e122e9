import { entryPath } from "~/domain/links/link";
import type { ExperienceLine } from "~/domain/practices/practice";
import type { Language } from "~/i18n/language";
import { useTranslation } from "~/ui/translation";
import { EntryLine } from "./entry-line";

/** A practice or case study in a list: city and country above, tools below. */
export function ExperienceLineItem({ line, language }: { line: ExperienceLine; language: Language }) {
  const { t } = useTranslation();
  const place = `${line.city.name[language]}, ${line.city.country.label[language]}`;
  return (
    <EntryLine
      to={entryPath(line)}
      title={line.title}
      language={line.language}
      summary={line.summary}
      eyebrow={line.kind === "case-study" ? `${t("kind.case-study")} · ${place}` : place}
    >
      {line.tools.length > 0 && <p lang={line.language}>{line.tools.map(({ title }) => title).join(" · ")}</p>}
    </EntryLine>
  );
}
