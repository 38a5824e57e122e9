import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  answerApi,
  checkPage,
  languageOf,
  linkHeader,
  refuseMethod,
  searchOf,
  toResponse,
} from "~/domain/api/answer-api";
import { facetValuesOf, searchJson } from "~/domain/api/answers/search-json";
import { readSearch } from "~/domain/api/read-search.server";
import { labelFacets } from "~/domain/search/facet-labels.server";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, context }: LoaderFunctionArgs) => {
  const { readDb, search, log } = context.services;
  const api = { request, origin: siteOrigin(context, request), log };
  return answerApi(api, async () => {
    const site = { origin: api.origin, language: languageOf(request) };
    const { asked, query } = await readSearch(readDb, site, searchOf(api));
    const result = await search.search(query);
    checkPage(query.page, query.perPage, result.total);
    const labels = await labelFacets(readDb, facetValuesOf(result), site.language);
    const answer = searchJson(site, asked, result, labels);
    return toResponse(answer, linkHeader(api, answer));
  });
};

export const action = refuseMethod;
