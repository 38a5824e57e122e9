import type { z } from "zod";
import { type ApiSite, addressesOf } from "~/domain/api/api-site";
import type * as schemas from "~/domain/api/schemas/search";
import type { FacetLabels } from "~/domain/search/facet-labels.server";
import type { AskedSearch } from "~/domain/search/search-params";
import { type FacetName, facetNames, type MarkedText, type SearchHit, type SearchResult } from "~search/port";

export const searchJson = (
  site: ApiSite,
  query: AskedSearch,
  result: SearchResult,
  labels: FacetLabels,
): z.infer<typeof schemas.searchAnswer> => ({
  query: queryJson(site, query),
  total: result.total,
  page: query.page,
  per_page: query.perPage,
  hits: result.hits.map((hit) => hitJson(site, hit)),
  facets: byFacet((facet) =>
    (result.facets[facet] ?? []).map(({ value, count }) => ({
      value,
      label: labels[facet]?.get(value) ?? value,
      count,
    })),
  ),
  corrections: result.corrections,
  also_searched: result.alsoSearched,
  took_ms: result.tookMs,
  engine: result.engine,
});

/** A search as it was understood. */
export const queryJson = (
  site: Pick<ApiSite, "language">,
  { text, filters, dates, near, sort }: AskedSearch,
): z.infer<typeof schemas.searchAnswer>["query"] => ({
  q: text,
  filters,
  ...dates,
  ...(near ? { near: near.city, km: near.km } : {}),
  sort,
  lang: site.language,
});

export const hitJson = (site: ApiSite, hit: SearchHit): z.infer<typeof schemas.searchHit> => ({
  id: hit.id,
  type: hit.kind,
  title: plain(hit.title),
  title_html: marked(hit.title),
  ...addressesOf(site, hit),
  extract: plain(hit.extract),
  extract_html: marked(hit.extract),
  score: hit.score,
  language: hit.language,
  date: hit.date,
  facets: byFacet((facet) => hit.facets[facet] ?? []),
});

const byFacet = <T>(read: (facet: FacetName) => T) =>
  Object.fromEntries(facetNames.map((facet) => [facet, read(facet)])) as Record<FacetName, T>;

const plain = (text: MarkedText) => text.map((piece) => piece.text).join("");

const marked = (text: MarkedText) =>
  text.map((piece) => (piece.marked ? `<mark>${escaped(piece.text)}</mark>` : escaped(piece.text))).join("");

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** The values that stand in the facets of a result, to be labelled. */
export const facetValuesOf = ({ facets }: SearchResult): Partial<Record<FacetName, string[]>> =>
  Object.fromEntries(
    facetNames.map((facet): [FacetName, string[]] => [facet, (facets[facet] ?? []).map(({ value }) => value)]),
  );
