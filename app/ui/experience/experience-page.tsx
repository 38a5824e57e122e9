import { Fragment } from "react";
import type { CaseStudyField } from "~/domain/case-studies/case-study";
import type { Citation } from "~/domain/citations/citation";
import type { BudgetBand } from "~/domain/contributions/contribution-fields";
import type { EntryReference } from "~/domain/links/link";
import type { ExperiencePage, PracticeField } from "~/domain/practices/practice";
import type { Retirement } from "~/domain/publication/version";
import type { SafeHtml } from "~/domain/text/safe-html";
import { Cite } from "~/ui/cite/cite";
import { type Around, AroundEntry } from "~/ui/entry/around-entry";
import { Facts } from "~/ui/entry/facts";
import { LinkList } from "~/ui/entry/link-list";
import { Markdown } from "~/ui/entry/markdown";
import { Side } from "~/ui/entry/side";
import { Topics } from "~/ui/entry/topics";
import { FileList } from "~/ui/files/file-list";
import { formatDate } from "~/ui/format-date";
import { LastChange } from "~/ui/layout/last-change";
import { Page, Part } from "~/ui/layout/page";
import { MoreLikeThis } from "~/ui/similar/more-like-this";
import { useTranslation } from "~/ui/translation";
import { CreditList } from "./credit-list";
import { DisputedPoints } from "./disputed-points";
import { listOf } from "./experience-meta";
import { MissingFields } from "./missing-fields";
import { RowTable } from "./row-table";
import { SourceList } from "./source-list";
import { VersionList } from "./version-list";
import { VersionNotice } from "./version-notice";

type Field = PracticeField | CaseStudyField;

export interface ShownExperience {
  experience: ExperiencePage & { depth?: "snapshot" | "full"; factCheck?: "not-asked" | "asked" | "answered" };
  /** In their order, rendered; null: not documented. */
  fields: { field: Field; html: SafeHtml | null }[];
  similar: EntryReference[];
  around?: Around;
  /** Where its reviews are read, if they are published. */
  reviewsPath: string | null;
  citation: Citation;
  retirement: Retirement | null;
  isLatest: boolean;
}

/** What nobody misses when it is not there. */
const optional: readonly Field[] = [
  "enabling_factors",
  "building_blocks",
  "references",
  "research_sources",
  "ethics",
  "contact",
];
const ofPractices: readonly Field[] = [
  "objectives",
  "participation",
  "resources",
  "sustainability",
  "transfer_conditions",
  "legal_basis",
];

/** The page of a practice or a case study, in one of its versions. */
export function ExperiencePageView(props: ShownExperience) {
  const { experience, fields, similar, around, reviewsPath, citation, retirement, isLatest } = props;
  const { t, language } = useTranslation();
  const [list, listPath] = listOf[experience.kind];
  const city = experience.city.name[language];
  const country = experience.city.country.label[language];
  const { number, publishedAt, credits } = experience.version;
  const tables: Partial<Record<Field, { name: "evidence" | "partners"; rows: typeof experience.evidence }>> = {
    results: { name: "evidence", rows: experience.evidence },
    partners: { name: "partners", rows: experience.partnerRows },
  };
  return (
    <Page
      title={experience.title}
      titleLanguage={experience.language}
      eyebrow={
        <>
          {t(`kind.${experience.kind}`)} · <a href={`/cities/${experience.city.id}`}>{city}</a>, {country}
        </>
      }
      lead={experience.summary}
      leadLanguage={experience.language}
      crumbs={[{ name: t(`${list}.title`), to: listPath }, { name: experience.title }]}
      aside={
        <>
          <Cite citation={citation} version={isLatest ? undefined : number} />
          {credits.authors.length > 0 && (
            <Side title={t("publication.authors")}>
              <CreditList credits={credits.authors} />
            </Side>
          )}
          {credits.reviewers.length > 0 && (
            <Side title={t("publication.reviewers")}>
              <CreditList credits={credits.reviewers} />
            </Side>
          )}
          <Side title={t("experience.facts")}>
            <Facts
              facts={[
                [
                  t("experience.city"),
                  <a key="city" href={`/cities/${experience.city.id}`}>{`${city}, ${country}`}</a>,
                ],
                [t("experience.stage"), t(`stage.${experience.stage}`)],
                [t("experience.started"), dateOrMissing(experience.started)],
                [t("experience.ended"), experience.ended && formatDate(experience.ended, language)],
                [t("field.budget"), experience.budget && t(`budgetBand.${experience.budget as BudgetBand}`)],
                [t("field.staff"), experience.staff],
                [t("experience.review"), review()],
                [t("experience.depth"), experience.depth ? t(`experience.${experience.depth}`) : null],
                [t("experience.factCheck"), cityCheck()],
                [t("experience.licence"), experience.licence.replaceAll("-", " ")],
                [
                  t("publication.versions"),
                  <a key="version" href="#versions">
                    {t("publication.versionOf", { number, date: formatDate(publishedAt, language) })}
                  </a>,
                ],
              ]}
            />
          </Side>
          <Side title={t("provision.topics")}>
            <Topics terms={experience.terms} />
          </Side>
        </>
      }
    >
      <VersionNotice experience={experience} retirement={retirement} />
      {fields.map(({ field, html }) => (
        <Fragment key={field}>
          {html !== null && (
            <Part title={t(`field.${field}`)}>
              <Markdown html={html} language={experience.language} />
            </Part>
          )}
          {table(field)}
        </Fragment>
      ))}
      <FileList files={experience.files} language={experience.language} />
      {experience.cityCheck && experience.cityCheck.disputedPoints.length > 0 && (
        <DisputedPoints points={experience.cityCheck.disputedPoints} language={experience.language} />
      )}
      <Part title={t("experience.answers")} id="answers">
        <LinkList
          links={experience.links.filter(({ other }) => other.kind === "provision")}
          empty={t("experience.noLinks")}
        />
      </Part>
      <Part title={t("experience.tools")} id="tools">
        <LinkList links={experience.links.filter(({ type }) => type === "uses")} empty={t("experience.noTools")} />
      </Part>
      <MissingFields
        names={fields
          .filter(({ field, html }) => html === null && isMissed(field))
          .map(({ field }) => t(`field.${field}`))}
      />
      <SourceList sources={experience.sources} />
      <VersionList experience={experience} />
      {around && <AroundEntry around={around} />}
      <MoreLikeThis entries={similar} />
      <LastChange at={experience.updatedAt} />
    </Page>
  );

  function dateOrMissing(date: string | null) {
    return date ? formatDate(date, language) : t("site.notDocumented");
  }

  function review() {
    const status = t(`review.${experience.reviewStatus}`);
    if (!reviewsPath) return status;
    return (
      <>
        {status}{" "}
        <a href={reviewsPath}>
          {t(experience.reviewStatus === "not-reviewed" ? "reviewerCredit.readEarlier" : "reviewerCredit.read")}
        </a>
      </>
    );
  }

  function cityCheck(): string | null {
    if (experience.factCheck === undefined) return null;
    const told = t(`factCheck.${experience.factCheck}`);
    if (!experience.cityCheck) return told;
    return t(experience.cityCheck.answer === "confirmed" ? "publication.confirmed" : "publication.disputed");
  }

  function table(field: Field) {
    const own = tables[field];
    if (!own || own.rows.length === 0) return null;
    const title = own.name === "evidence" ? t("field.evidence") : t("field.partners");
    return (
      <Part title={title} id={own.name}>
        <RowTable name={own.name} rows={own.rows} labelledBy={own.name} language={experience.language} />
      </Part>
    );
  }

  function isMissed(field: Field): boolean {
    if (field === "resources" && (experience.budget || experience.staff)) return false;
    if ((tables[field]?.rows.length ?? 0) > 0) return false;
    if (field === "contact" && experience.kind === "practice") return true;
    return !optional.includes(field) && (experience.kind === "practice" || !ofPractices.includes(field));
  }
}
