import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { labelFacets } from "~/domain/search/facet-labels.server";
import { isCountedSearch } from "~/domain/search/search-counts";
import { parseSearchParams } from "~/domain/search/search-params";
import { findWaysOut } from "~/domain/search/ways-out.server";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import { keep, keptData } from "~/ui/kept-data";
import { frameOf, pageMeta } from "~/ui/meta";
import { SearchPage } from "~/ui/search/search-page";
import { namedValues, shownCounts, toSearchView } from "~/ui/search/search-view";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { search, searchCounts, readDb } = context.services;
  const language = readLanguage(request);
  const { query } = parseSearchParams(new URL(request.url).searchParams, { language });
  const result = await search.search(query);
  if (isCountedSearch(request, query)) searchCounts.note(query.text, result.total);
  const counts = shownCounts(query, result);
  const labels = await labelFacets(readDb, namedValues(counts, result), language);
  return {
    text: query.text,
    view: keep(toSearchView(query, result, counts, labels)),
    waysOut: result.total === 0 ? await findWaysOut(search, query) : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const text = data?.text;
  return pageMeta(frame, {
    title: text ? t("search.titleFor", { query: text }) : t("search.title"),
    description: t("site.description"),
    noIndex: true,
    jsonLd: { "@type": "SearchResultsPage", name: t("search.title") },
  });
};

export default function Search() {
  const { view, waysOut } = useLoaderData() as Awaited<ReturnType<typeof loader>>;
  return <SearchPage view={keptData(view)} waysOut={waysOut} />;
}
