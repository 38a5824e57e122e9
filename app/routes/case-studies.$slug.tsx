import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { caseStudyFields } from "~/domain/case-studies/case-study";
import { getCaseStudy } from "~/domain/case-studies/case-study-queries.server";
import { experienceSource } from "~/domain/citations/citation-sources";
import { listSimilar } from "~/domain/search/similar-entries.server";
import { renderOptional } from "~/domain/text/render-markdown.server";
import { siteOrigin } from "~/site-origin";
import { ExperiencePageView, experienceMeta } from "~/ui/experience/experience-page";
import { orNotFound } from "~/ui/not-found";
import { useTranslation } from "~/ui/translation";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const { fields, factCheck, ...experience } = orNotFound(await getCaseStudy(readDb, params.slug ?? ""));
  const address = `${siteOrigin(context, request)}/case-studies/${experience.id}`;
  return {
    experience,
    factCheck,
    authors: fields.authors,
    fields: caseStudyFields.map((field) => ({ field, html: renderOptional(fields[field]) })),
    similar: await listSimilar(context.services, experience.id, { kinds: ["practice", "case-study"] }),
    citation: await context.services.citer.cite(experienceSource(experience, fields.authors), address),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? experienceMeta(matches, data.experience, data.authors) : [];

export default function CaseStudy() {
  const { t } = useTranslation();
  const { fields, factCheck, authors: _authors, ...page } = useLoaderData<typeof loader>();
  return (
    <ExperiencePageView
      {...page}
      fields={fields.map(({ field, html }) => [t(`field.${field}`), html])}
      facts={[[t("experience.factCheck"), t(`factCheck.${factCheck}`)]]}
    />
  );
}
