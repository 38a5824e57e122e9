import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { experienceSource } from "~/domain/citations/citation-sources";
import { practiceFields } from "~/domain/practices/practice";
import { getPractice } from "~/domain/practices/practice-queries.server";
import { listSimilar } from "~/domain/search/similar-entries.server";
import { renderOptional } from "~/domain/text/render-markdown.server";
import { siteOrigin } from "~/site-origin";
import { ExperiencePageView, experienceMeta } from "~/ui/experience/experience-page";
import { orNotFound } from "~/ui/not-found";
import { useTranslation } from "~/ui/translation";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const { fields, depth, ...experience } = orNotFound(await getPractice(readDb, params.slug ?? ""));
  const address = `${siteOrigin(context, request)}/practices/${experience.id}`;
  return {
    experience,
    depth,
    fields: practiceFields.map((field) => ({ field, html: renderOptional(fields[field]) })),
    similar: await listSimilar(context.services, experience.id, { kinds: ["practice", "case-study"] }),
    citation: await context.services.citer.cite(experienceSource(experience, null), address),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? experienceMeta(matches, data.experience, null) : [];

export default function Practice() {
  const { t } = useTranslation();
  const { fields, depth, ...page } = useLoaderData<typeof loader>();
  return (
    <ExperiencePageView
      {...page}
      fields={fields.map(({ field, html }) => [t(`field.${field}`), html])}
      facts={[[t("experience.depth"), t(`experience.${depth}`)]]}
    />
  );
}
