import type { z } from "zod";
import { type ApiSite, bothAddressesOf, termsJson } from "~/domain/api/api-site";
import type * as schemas from "~/domain/api/schemas/experience";
import type { CaseStudyPage } from "~/domain/case-studies/case-study";
import { addressOfFile } from "~/domain/files/file";
import type { ExperienceLine, ExperiencePage, PracticePage } from "~/domain/practices/practice";
import type { Credit, VersionLine } from "~/domain/publication/version";
import type { TermsByVocabulary } from "~/domain/vocabularies/vocabulary";
import { cityReferenceJson, linksJson, sourceJson, toolReferenceJson } from "./reference-json";

/** What lines of the API say besides those of the pages. */
interface LineDetails {
  licence: string;
  updatedAt: string;
  terms: TermsByVocabulary;
}

export const practiceLineJson = (
  site: ApiSite,
  line: ExperienceLine,
  details: LineDetails,
): z.infer<typeof schemas.practiceLine> => ({ type: "practice", ...lineJson(site, line, details) });

export const caseStudyLineJson = (
  site: ApiSite,
  line: ExperienceLine,
  details: LineDetails,
): z.infer<typeof schemas.caseStudyLine> => ({ type: "case-study", ...lineJson(site, line, details) });

const lineJson = (site: ApiSite, line: ExperienceLine, { licence, updatedAt, terms }: LineDetails) => ({
  id: line.id,
  title: line.title,
  summary: line.summary,
  language: line.language,
  ...bothAddressesOf(site, line),
  license: licence,
  updated_at: updatedAt,
  city: cityReferenceJson(site, line.city),
  year: line.year,
  review_status: line.reviewStatus,
  tools: line.tools.map((tool) => toolReferenceJson(site, tool)),
  terms: termsJson(site, terms),
});

export const practiceJson = (site: ApiSite, practice: PracticePage): z.infer<typeof schemas.practice> => ({
  ...practiceLineJson(site, withTools(practice), practice),
  ...toldJson(site, practice),
  ...practice.fields,
  depth: practice.depth,
});

export const caseStudyJson = (site: ApiSite, caseStudy: CaseStudyPage): z.infer<typeof schemas.caseStudy> => ({
  ...caseStudyLineJson(site, withTools(caseStudy), caseStudy),
  ...toldJson(site, caseStudy),
  ...caseStudy.fields,
  authors: caseStudy.version.credits.authors.map(({ name }) => name).join("; ") || null,
  fact_check: caseStudy.factCheck,
  city_check: caseStudy.cityCheck && {
    answer: caseStudy.cityCheck.answer,
    answered_at: caseStudy.cityCheck.answeredAt,
    disputed_points: caseStudy.cityCheck.disputedPoints,
  },
});

const withTools = (page: ExperiencePage): ExperienceLine => ({
  ...page,
  tools: page.links.flatMap(({ type, other }) => (type === "uses" ? [{ id: other.id, title: other.title }] : [])),
});

const toldJson = (site: ApiSite, page: ExperiencePage) => ({
  stage: page.stage,
  started: page.started,
  ended: page.ended,
  files: page.files.map((file) => ({
    name: file.name,
    media_type: file.mediaType,
    bytes: file.bytes,
    url: site.origin + addressOfFile(file),
    alternative_text: file.alternativeText,
    caption: file.caption,
  })),
  links: linksJson(site, page.links, []),
  sources: page.sources.map((source) => sourceJson(site, source)),
  budget: page.budget,
  staff: page.staff,
  evidence: page.evidence,
  partner_rows: page.partnerRows,
  version: versionJson(site, page, page.version),
  versions: page.version.versions.map((version) => versionJson(site, page, version)),
  contributors: [
    ...page.version.credits.authors.map((credit) => contributorJson("author", credit)),
    ...page.version.credits.reviewers.map((credit) => contributorJson("reviewer", credit)),
  ],
});

const versionJson = (site: ApiSite, page: ExperiencePage, { number, publishedAt, changeNote }: VersionLine) => ({
  number,
  published_at: publishedAt,
  change_note: changeNote,
  url: `${bothAddressesOf(site, page).url}/v${number}`,
});

const contributorJson = (part: "author" | "reviewer", { name, orcid, roles }: Credit) => ({
  name,
  orcid: orcid === null ? null : `https://orcid.org/${orcid}`,
  part,
  roles,
});
