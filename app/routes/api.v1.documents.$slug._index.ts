import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerEntry, refuseMethod } from "~/domain/api/answer-api";
import { documentJson } from "~/domain/api/answers/document-json";
import { found } from "~/domain/api/api-problem";
import { getDocument } from "~/domain/documents/document-queries.server";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, params: { slug = "" }, context }: LoaderFunctionArgs) => {
  const { readDb, log } = context.services;
  return answerEntry({ request, origin: siteOrigin(context, request), log }, async (site) =>
    documentJson(site, found(await getDocument(readDb, slug), `There is no document “${slug}”.`)),
  );
};

export const action = refuseMethod;
