import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerList, refuseMethod } from "~/domain/api/answer-api";
import { practiceLineJson } from "~/domain/api/answers/experience-json";
import { listDetailed } from "~/domain/api/experience-details-queries.server";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, context }: LoaderFunctionArgs) => {
  const { readDb, log } = context.services;
  return answerList({ request, origin: siteOrigin(context, request), log }, async (site, part) => {
    const { total, lines } = await listDetailed(readDb, "practice", part);
    return { total, items: lines.map(({ line, details }) => practiceLineJson(site, line, details)) };
  });
};

export const action = refuseMethod;
