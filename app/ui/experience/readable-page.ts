import type { TFunction } from "i18next";
import type { BudgetBand } from "~/domain/contributions/contribution-fields";
import type { Row } from "~/domain/contributions/field-value";
import type { ExperiencePage } from "~/domain/practices/practice";
import type { Language } from "~/i18n/language";
import { supportLabel } from "~/ui/contribution/value-label";
import { formatDate } from "~/ui/format-date";
import { vocabularies } from "~db/schema/vocabulary";

export type ComparedPage = ExperiencePage & { fields: Record<string, string | null> };

/** `labels`: words of the interface, in its language. `names`: of people, cities and files. What authors wrote is neither. */
type Readable = [name: string, text: string, kind?: "labels" | "names"];

/** All that a version says as texts under their names, so that two can be held against each other. */
export function readablePage(
  t: TFunction,
  language: Language,
  page: ComparedPage,
  fieldNames: [field: string, name: string][],
): Readable[] {
  const date = (iso: string | null) => (iso ? formatDate(iso, language) : "");
  const lines = (rows: Row[]) =>
    rows
      .map((row) =>
        Object.values(row)
          .filter(Boolean)
          .map((cell) => supportLabel(t, cell))
          .join(" · "),
      )
      .join("\n");
  const terms = vocabularies.flatMap((vocabulary) =>
    page.terms[vocabulary].map(({ code, label }) => (vocabulary === "target" ? `${code} ` : "") + label[language]),
  );
  const links = page.links.map(({ type, evidence, note, other }) =>
    [
      other.provision ? `${other.provision.shortTitle}, ${other.title}` : other.title,
      type === "implements" || type === "supports" || type === "illustrates" ? t(`linkType.${type}`) : "",
      evidence ? t(`evidence.${evidence}`) : "",
      note ?? "",
    ]
      .filter(Boolean)
      .join(" · "),
  );
  return [
    [t("publication.title"), page.title],
    [t("publication.summary"), page.summary ?? ""],
    ...fieldNames.map(([field, name]): Readable => [name, page.fields[field] ?? ""]),
    [t("field.evidence"), lines(page.evidence)],
    [t("field.partners"), lines(page.partnerRows)],
    [t("experience.city"), page.city.name[language], "labels"],
    [t("experience.stage"), t(`stage.${page.stage}`), "labels"],
    [t("experience.started"), date(page.started), "labels"],
    [t("experience.ended"), date(page.ended), "labels"],
    [t("field.budget"), page.budget ? t(`budgetBand.${page.budget as BudgetBand}`) : "", "labels"],
    [t("field.staff"), page.staff ?? ""],
    [t("publication.topics"), terms.join("\n"), "labels"],
    [t("publication.links"), links.join("\n")],
    [t("publication.authors"), page.version.credits.authors.map(({ name }) => name).join("\n"), "names"],
    [t("publication.files"), page.files.map(({ name }) => name).join("\n"), "names"],
    [t("experience.review"), t(`review.${page.reviewStatus}`), "labels"],
    [t("experience.licence"), page.licence.replaceAll("-", " "), "names"],
  ];
}
