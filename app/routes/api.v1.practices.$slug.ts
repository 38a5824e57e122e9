import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerEntry, refuseMethod } from "~/domain/api/answer-api";
import { practiceJson } from "~/domain/api/answers/experience-json";
import { found } from "~/domain/api/api-problem";
import { refuseWithdrawn } from "~/domain/api/refuse-withdrawn.server";
import { getPractice } from "~/domain/practices/practice-queries.server";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, params: { slug = "" }, context }: LoaderFunctionArgs) => {
  const { readDb, log } = context.services;
  return answerEntry({ request, origin: siteOrigin(context, request), log }, async (site) => {
    await refuseWithdrawn(readDb, "practice", slug);
    return practiceJson(site, found(await getPractice(readDb, slug), `There is no practice “${slug}”.`));
  });
};

export const action = refuseMethod;
