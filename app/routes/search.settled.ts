import type { ActionFunctionArgs } from "@remix-run/node";
import { isCounted } from "~/domain/search/search-counts";
import { parseSearchParams } from "~/domain/search/search-params";
import { readLanguage } from "~/i18n/language";

export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

/** Counts words that were meant, of results that came while somebody typed (app/enhance/settled.ts). */
export async function action({ request, context }: ActionFunctionArgs) {
  const { search, searchCounts } = context.services;
  const asked = new URLSearchParams(await request.text());
  const { query } = parseSearchParams(asked, { language: readLanguage(request) });
  const { near: _, ...rest } = query;
  if (isCounted(query)) {
    const { total } = await search.search({ ...rest, sort: "relevance", perPage: 1, countFacets: [] });
    searchCounts.note(query.text, total);
  }
  return new Response(null, { status: 204 });
}
