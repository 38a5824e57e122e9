import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerEntry, refuseMethod } from "~/domain/api/answer-api";
import { describeApi } from "~/domain/api/openapi";
import { listKnownValues } from "~/domain/api/vocabulary-values-queries.server";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, context }: LoaderFunctionArgs) => {
  const { readDb, log } = context.services;
  return answerEntry({ request, origin: siteOrigin(context, request), log }, async (site) =>
    describeApi(site.origin, await listKnownValues(readDb)),
  );
};

export const action = refuseMethod;
