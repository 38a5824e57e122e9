import { type Language, readLanguage } from "~/i18n/language";
import { ApiProblem, badParameters, problemResponse } from "./api-problem";
import type { ApiSite } from "./api-site";
import { pageLinks } from "./page-links";
import { entryParameters, languageParameter, listParameters, readParameters } from "./read-parameters";

/** What a route hands over of its request. */
export interface ApiRequest {
  request: Request;
  origin: string;
  log: { error(details: object, message: string): void };
}

const allow = "GET, HEAD, OPTIONS";

/** What one page of a list needs of the database. */
export interface ListPart {
  limit: number;
  offset: number;
}

/** Answers with one entry, or whatever else `read` gives. Problems it throws become problem+json. */
export const answerEntry = (api: ApiRequest, read: (site: ApiSite) => Promise<object>): Promise<Response> =>
  answerApi(api, async () => {
    const { values, errors } = readParameters(entryParameters, searchOf(api));
    if (!values) throw badParameters(errors);
    return toResponse(await read({ origin: api.origin, language: languageOf(api.request) }));
  });

/** Answers with one page of a list, and Link headers that lead to the others. */
export const answerList = (
  api: ApiRequest,
  read: (site: ApiSite, part: ListPart) => Promise<{ total: number; items: object[] }>,
): Promise<Response> =>
  answerApi(api, async () => {
    const { values, errors } = readParameters(listParameters, searchOf(api));
    if (!values) throw badParameters(errors);
    const { page, per_page } = values;
    const site = { origin: api.origin, language: languageOf(api.request) };
    const { total, items } = await read(site, { limit: per_page, offset: (page - 1) * per_page });
    checkPage(page, per_page, total);
    return toResponse({ total, page, per_page, items }, linkHeader(api, { total, page, per_page }));
  });

/** @throws ApiProblem when the page lies beyond the last one. */
export function checkPage(page: number, perPage: number, total: number): void {
  const last = Math.max(1, Math.ceil(total / perPage));
  if (page > last) {
    throw badParameters([{ parameter: "page", value: String(page), message: `is beyond the last page, ${last}` }]);
  }
}

/** The Link header of a page of an answer (RFC 8288). */
export const linkHeader = (api: ApiRequest, page: { total: number; page: number; per_page: number }) =>
  pageLinks(`${api.origin}${new URL(api.request.url).pathname}`, searchOf(api), page);

export const searchOf = ({ request }: ApiRequest): URLSearchParams => new URL(request.url).searchParams;

/** Runs `answer`; whatever goes wrong in it is answered as problem+json, and never with a stack. */
export async function answerApi({ request, log }: ApiRequest, answer: () => Promise<Response>): Promise<Response> {
  try {
    if (request.method === "OPTIONS") return preflight();
    return await answer();
  } catch (error) {
    if (error instanceof ApiProblem) return problemResponse(error);
    log.error({ err: error }, "the API failed");
    return problemResponse(new ApiProblem(500, "Something went wrong on our side. Please try again later."));
  }
}

/** For requests that an address does not take: 405. */
export const refuseMethod = ({ request, allow: allowed = allow }: { request: Request; allow?: string }): Response =>
  problemResponse(new ApiProblem(405, `${request.method} is not allowed here. Allowed: ${allowed}.`), {
    Allow: allowed,
  });

const preflight = () =>
  new Response(null, {
    status: 204,
    headers: {
      Allow: allow,
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": allow,
      "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match",
      "Access-Control-Max-Age": "86400",
    },
  });

/** JSON that anyone may read and keep for a minute. */
export const toResponse = (body: object, headers: Record<string, string> = {}): Response =>
  body instanceof Response
    ? body
    : new Response(JSON.stringify(body), {
        headers: {
          "Content-Type": "application/json; charset=utf-8",
          "Cache-Control": "public, max-age=60",
          "Access-Control-Allow-Origin": "*",
          "Access-Control-Expose-Headers": "Link",
          // Labels come in the reader's language.
          Vary: "Accept-Language",
          ...headers,
        },
      });

/** `lang`, else Accept-Language; never a cookie, so that an address gives everyone the same. */
export function languageOf(request: Request): Language {
  const asked = languageParameter.safeParse(new URL(request.url).searchParams.get("lang") ?? undefined);
  if (asked.data) return asked.data;
  const wishes = request.headers.get("accept-language");
  return readLanguage(new Request(request.url, { headers: wishes ? { "accept-language": wishes } : {} }));
}
