import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerEntry, refuseMethod } from "~/domain/api/answer-api";
import { caseStudyJson } from "~/domain/api/answers/experience-json";
import { found } from "~/domain/api/api-problem";
import { refuseWithdrawn } from "~/domain/api/refuse-withdrawn.server";
import { getCaseStudy } from "~/domain/case-studies/case-study-queries.server";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, params: { slug = "" }, context }: LoaderFunctionArgs) => {
  const { readDb, log } = context.services;
  return answerEntry({ request, origin: siteOrigin(context, request), log }, async (site) => {
    await refuseWithdrawn(readDb, "case-study", slug);
    return caseStudyJson(site, found(await getCaseStudy(readDb, slug), `There is no case study “${slug}”.`));
  });
};

export const action = refuseMethod;
