import type { MetaDescriptor } from "@remix-run/react";
import { experienceSource } from "~/domain/citations/citation-sources";
import { entryPath } from "~/domain/links/link";
import type { ExperiencePage } from "~/domain/practices/practice";
import type { Credit } from "~/domain/publication/version";
import { translator } from "~/i18n/translate";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { frameOf, pageMeta } from "~/ui/meta";

export const listOf = {
  practice: ["practices", "/practices"],
  "case-study": ["caseStudies", "/case-studies"],
} as const;

/** The head of a practice or case study. An older version leads other search engines to the latest one. */
export function experienceMeta(
  matches: Parameters<typeof frameOf>[0],
  experience: ExperiencePage,
  { isLatest, isRetired }: { isLatest: boolean; isRetired: boolean },
): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const [list, listPath] = listOf[experience.kind];
  const { number, publishedAt, versions, credits } = experience.version;
  const city = experience.city.name[frame.language];
  const named = isLatest ? "" : ` · ${t("publication.version", { number })}`;
  return pageMeta(frame, {
    title: `${experience.title} · ${city}${named}`,
    description: experience.summary ?? experience.title,
    citable: experienceSource(experience),
    canonicalPath: entryPath(experience),
    noIndex: !isLatest || isRetired,
    jsonLd: {
      "@type": "Article",
      headline: experience.title,
      description: experience.summary ?? undefined,
      inLanguage: experience.language,
      version: number,
      datePublished: isLatest ? (versions.at(-1)?.publishedAt ?? publishedAt) : publishedAt,
      dateModified: isLatest ? experience.updatedAt : publishedAt,
      author: credits.authors.map(toPerson),
      editor: credits.reviewers.length > 0 ? credits.reviewers.map(toPerson) : undefined,
      license: licences[experience.licence],
      about: experience.terms.theme.map(({ label }) => label[frame.language]),
      contentLocation: { "@type": "City", name: city },
      breadcrumb: breadcrumbList(frame.origin, [
        { name: t(`${list}.title`), to: listPath },
        { name: experience.title },
      ]),
    },
  });
}

/** Who has no account may be a body as well as a person. */
const toPerson = ({ name, orcid, personId, roles }: Credit) => ({
  "@type": personId !== null || orcid !== null || roles.length > 0 ? "Person" : "Organization",
  name,
  sameAs: orcid === null ? undefined : `https://orcid.org/${orcid}`,
});

const licences: Record<string, string> = {
  "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
  "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
  "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
};
