import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { placeResults } from "~/domain/cities/place-results.server";
import { labelFacets } from "~/domain/search/facet-labels.server";
import { placeParents } from "~/domain/search/facet-parents.server";
import { placeSearch } from "~/domain/search/placed-search-queries.server";
import { isCounted, isOpened } from "~/domain/search/search-counts";
import { parseSearchParams, readUnfolded, readView } from "~/domain/search/search-params";
import { findWaysOut } from "~/domain/search/ways-out.server";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import { feedMeta } from "~/ui/feeds/feed-address";
import { keep, keptData } from "~/ui/kept-data";
import { frameOf, pageMeta } from "~/ui/meta";
import { searchFeedPath } from "~/ui/search/keep-search";
import { SearchPage } from "~/ui/search/search-page";
import { hitFacets, namedValues, shownPlaces, toSearchView } from "~/ui/search/search-view";
import { shownCounts } from "~/ui/search/shown-counts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { search, searchCounts, readDb } = context.services;
  const language = readLanguage(request);
  const params = new URL(request.url).searchParams;
  const { query: asked } = parseSearchParams(params, { language });
  const { query, place } = await placeSearch(readDb, asked);
  // The city by its id, however it was typed: what the page links to reads no names.
  const near = asked.near && place ? { city: place.id, km: asked.near.km } : undefined;
  const result = await search.search({ ...query, hitFacets });
  if (isOpened(request) && isCounted(query)) searchCounts.note(query.text, result.total);
  const { near: typed, ...rest } = asked;
  const bare = near ? { ...rest, near } : rest;
  const shown = { ...bare, view: readView(params), unfolded: readUnfolded(params) };
  const counts = shownCounts(asked, result, shown.unfolded);
  const labels = await labelFacets(readDb, namedValues(counts, result), language);
  const parents = await placeParents(readDb, shownPlaces(counts));
  const cities = { counts: result.facets.city, chosen: asked.filters.city };
  return {
    text: asked.text,
    feed: searchFeedPath(bare),
    view: keep(
      toSearchView(shown, result, counts, {
        ...{ labels, parents },
        near: place?.name[language] ?? null,
        unknownCity: typed && !place ? typed.city : null,
      }),
    ),
    waysOut: result.total === 0 ? await findWaysOut(search, query) : null,
    map: shown.view === "map" ? keep(await placeResults(readDb, cities, language)) : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const text = data?.text;
  const title = text ? t("search.titleFor", { query: text }) : t("search.title");
  const page = pageMeta(frame, {
    title,
    description: t("site.description"),
    noIndex: true,
    jsonLd: { "@type": "SearchResultsPage", name: t("search.title") },
  });
  return data ? [...page, feedMeta(data.feed, title, frame.language)] : page;
};

export default function Search() {
  const { view, waysOut, map } = useLoaderData() as Awaited<ReturnType<typeof loader>>;
  return <SearchPage view={keptData(view)} waysOut={waysOut} map={map && keptData(map)} />;
}
