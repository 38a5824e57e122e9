import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerList, refuseMethod } from "~/domain/api/answer-api";
import { documentLineJson } from "~/domain/api/answers/document-json";
import { countPublished } from "~/domain/api/api-queries.server";
import { listDocuments } from "~/domain/documents/document-queries.server";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, context }: LoaderFunctionArgs) => {
  const { readDb, log } = context.services;
  return answerList({ request, origin: siteOrigin(context, request), log }, async (site, part) => {
    const documents = await listDocuments(readDb, part);
    return {
      total: await countPublished(readDb, "document"),
      items: documents.map((document) => documentLineJson(site, document)),
    };
  });
};

export const action = refuseMethod;
