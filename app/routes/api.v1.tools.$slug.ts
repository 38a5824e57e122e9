import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerEntry, refuseMethod } from "~/domain/api/answer-api";
import { toolJson } from "~/domain/api/answers/tool-json";
import { found } from "~/domain/api/api-problem";
import { getTool } from "~/domain/tools/tool-queries.server";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, params: { slug = "" }, context }: LoaderFunctionArgs) => {
  const { readDb, log } = context.services;
  return answerEntry({ request, origin: siteOrigin(context, request), log }, async (site) =>
    toolJson(site, found(await getTool(readDb, slug), `There is no tool “${slug}”.`)),
  );
};

export const action = refuseMethod;
