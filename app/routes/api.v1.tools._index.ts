import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerList, refuseMethod } from "~/domain/api/answer-api";
import { toolLineJson } from "~/domain/api/answers/tool-json";
import { countPublished, getStamps } from "~/domain/api/api-queries.server";
import { listTools } from "~/domain/tools/tool-queries.server";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, context }: LoaderFunctionArgs) => {
  const { readDb, log } = context.services;
  return answerList({ request, origin: siteOrigin(context, request), log }, async (site, part) => {
    const tools = await listTools(readDb, part);
    const stamps = await getStamps(
      readDb,
      tools.map(({ id }) => id),
    );
    return {
      total: await countPublished(readDb, "tool"),
      items: tools.map((tool) => toolLineJson(site, tool, stamps.get(tool.id)?.updatedAt ?? "")),
    };
  });
};

export const action = refuseMethod;
