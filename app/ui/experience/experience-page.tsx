import type { MetaDescriptor } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Citation } from "~/domain/citations/citation";
import { experienceSource } from "~/domain/citations/citation-sources";
import type { EntryReference } from "~/domain/links/link";
import type { ExperiencePage } from "~/domain/practices/practice";
import type { SafeHtml } from "~/domain/text/safe-html";
import { translator } from "~/i18n/translate";
import { Cite } from "~/ui/cite/cite";
import { Facts } from "~/ui/entry/facts";
import { LinkList } from "~/ui/entry/link-list";
import { Markdown } from "~/ui/entry/markdown";
import { Side } from "~/ui/entry/side";
import { Topics } from "~/ui/entry/topics";
import { formatDate } from "~/ui/format-date";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { LastChange } from "~/ui/layout/last-change";
import { Page, Part } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { MoreLikeThis } from "~/ui/similar/more-like-this";
import { useTranslation } from "~/ui/translation";
import { MissingFields } from "./missing-fields";
import { SourceList } from "./source-list";

export interface ExperienceViewProps {
  experience: ExperiencePage;
  /** The fields in their order, rendered; null reads "not documented". */
  fields: [name: string, html: SafeHtml | null][];
  /** Facts of this kind alone. */
  facts: [name: string, value: ReactNode][];
  similar: EntryReference[];
  citation: Citation;
}

const lists = { practice: ["practices", "/practices"], "case-study": ["caseStudies", "/case-studies"] } as const;

/** The page of a practice or a case study. */
export function ExperiencePageView({ experience, fields, facts, similar, citation }: ExperienceViewProps) {
  const { t, language } = useTranslation();
  const [list, listPath] = lists[experience.kind];
  const city = experience.city.name[language];
  const country = experience.city.country.label[language];
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
          <Cite citation={citation} />
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
                [t("experience.review"), t(`review.${experience.reviewStatus}`)],
                ...facts,
                [t("experience.licence"), experience.licence.replaceAll("-", " ")],
              ]}
            />
          </Side>
          <Side title={t("provision.topics")}>
            <Topics terms={experience.terms} />
          </Side>
        </>
      }
    >
      {fields.map(
        ([name, html]) =>
          html !== null && (
            <Part key={name} title={name}>
              <Markdown html={html} language={experience.language} />
            </Part>
          ),
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
      <MissingFields names={fields.filter(([, html]) => html === null).map(([name]) => name)} />
      <SourceList sources={experience.sources} />
      <MoreLikeThis entries={similar} />
      <LastChange at={experience.updatedAt} />
    </Page>
  );

  function dateOrMissing(date: string | null) {
    return date ? formatDate(date, language) : t("site.notDocumented");
  }
}

export function experienceMeta(
  matches: Parameters<typeof frameOf>[0],
  experience: ExperiencePage,
  authors: string | null,
): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const [list, listPath] = lists[experience.kind];
  const source = experienceSource(experience, authors);
  const city = experience.city.name[frame.language];
  return pageMeta(frame, {
    title: `${experience.title} · ${city}`,
    description: experience.summary ?? experience.title,
    citable: source,
    jsonLd: {
      "@type": "Article",
      headline: experience.title,
      description: experience.summary ?? undefined,
      inLanguage: experience.language,
      dateModified: experience.updatedAt,
      author: source.authors.map((name) => ({ "@type": "Organization", name })),
      license: "https://creativecommons.org/licenses/by/4.0/",
      about: experience.terms.theme.map(({ label }) => label[frame.language]),
      contentLocation: { "@type": "City", name: city },
      breadcrumb: breadcrumbList(frame.origin, [
        { name: t(`${list}.title`), to: listPath },
        { name: experience.title },
      ]),
    },
  });
}
