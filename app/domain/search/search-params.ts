import { entryKinds } from "~db/schema/entry";
import { evidenceLevels } from "~db/schema/link";
import { reviewStatuses } from "~db/schema/practice";
import { type FacetName, facetNames, type SearchQuery, type SearchQuerySort, searchSorts } from "~search/port";
import { type Report, readDates } from "./read-dates";

export const defaultPerPage = 20;
export const mostPerPage = 100;
/** Results further down than this are not paged through: narrow the search instead. */
export const deepestResult = 10_000;
export const longestText = 1000;
const longestValue = 200;
/** Of one facet. */
const mostValues = 50;

export const defaultKm = 250;
/** Half way round the earth. */
export const mostKm = 20_000;

/** How results are shown. */
export const resultViews = ["list", "map", "table"] as const;
export type ResultView = (typeof resultViews)[number];

/** A search as an address asks for it: near a city by its slug, whose place the database knows (placed-search-queries.server.ts). */
export interface AskedSearch extends Omit<SearchQuery, "near"> {
  near?: { city: string; km: number };
}

/** What is wrong with one parameter, for the API's 400. */
export interface ParameterProblem {
  parameter: string;
  value: string;
  message: string;
}

export interface ParsedSearchParams {
  /** What was asked for, without the parts that are wrong. */
  query: AskedSearch;
  problems: ParameterProblem[];
}

const closedValues: Partial<Record<FacetName, readonly string[]>> = {
  type: entryKinds,
  evidence: evidenceLevels,
  review: reviewStatuses,
};
const single = ["q", "from", "to", "near", "km", "sort", "page", "per_page"];
const sorts: readonly SearchQuerySort[] = [...searchSorts, "distance"];
const parameters = new Set<string>([...single, ...facetNames]);

/** Reads an address's parameters. Pages ignore `problems`; the API answers them with 400. Empty values count as absent. */
export function parseSearchParams(params: URLSearchParams, { language }: { language: string }): ParsedSearchParams {
  const problems: ParameterProblem[] = [];
  const report = (parameter: string, value: string, message: string) => problems.push({ parameter, value, message });
  for (const name of new Set(params.keys())) {
    if (!parameters.has(name)) report(name, params.get(name) ?? "", "is not a parameter of the search");
  }
  for (const name of single) {
    if (params.getAll(name).length > 1) report(name, params.getAll(name).join(", "), "may be given once only");
  }
  const text = params.get("q") ?? "";
  if (text.length > longestText) report("q", `${text.slice(0, 40)}…`, `is longer than ${longestText} characters`);
  const filters: SearchQuery["filters"] = {};
  for (const facet of facetNames) {
    const values = readFacet(facet, params.getAll(facet), report);
    if (values.length > 0) filters[facet] = values;
  }
  const perPage = readNumber("per_page", params, defaultPerPage, mostPerPage, report);
  const dates = readDates(params, report);
  const near = readNear(params, report);
  return {
    query: {
      text: text.slice(0, longestText),
      filters,
      ...(dates ? { dates } : {}),
      ...(near ? { near } : {}),
      sort: readSort(params.get("sort") ?? "", near !== undefined, report),
      page: readNumber("page", params, 1, Math.floor(deepestResult / perPage), report),
      perPage,
      language,
    },
    problems,
  };
}

function readFacet(facet: FacetName, given: string[], report: Report): string[] {
  const values: string[] = [];
  for (const raw of given) {
    const value = facet === "country" ? raw.trim().toUpperCase() : raw.trim();
    const known = closedValues[facet];
    if (value === "" || values.includes(value)) continue;
    if (known && !known.includes(value)) report(facet, raw, `is none of ${known.join(", ")}`);
    else if (facet === "year" && !/^\d{4}$/.test(value)) report(facet, raw, "is not a year of four digits");
    else if (value.length > longestValue) report(facet, `${raw.slice(0, 40)}…`, "is too long");
    else if (values.length === mostValues) report(facet, raw, `is one value too many: a facet takes ${mostValues}`);
    else values.push(value);
  }
  return values;
}

function readSort(value: string, hasPlace: boolean, report: Report): SearchQuerySort {
  const sort = sorts.find((known) => known === value);
  if (!sort && value !== "") report("sort", value, `is none of ${sorts.join(", ")}`);
  if (sort !== "distance" || hasPlace) return sort ?? "relevance";
  report("sort", value, "needs a city to be near to");
  return "relevance";
}

function readNear(params: URLSearchParams, report: Report): AskedSearch["near"] {
  const city = (params.get("near") ?? "").trim();
  const km = readNumber("km", params, defaultKm, mostKm, report);
  if (city.length <= longestValue) return city === "" ? undefined : { city, km };
  report("near", `${city.slice(0, 40)}…`, "is too long");
  return undefined;
}

/** How an address wants its results shown; a list unless told. */
export const readView = (params: URLSearchParams): ResultView =>
  resultViews.find((view) => view === params.get("view")) ?? "list";

/** The facet, or the tree of places, of which an address wants many values shown. */
export const readUnfolded = (params: URLSearchParams): FacetName | "place" | undefined =>
  [...facetNames, "place" as const].find((facet) => facet === params.get("more"));

function readNumber(name: string, params: URLSearchParams, otherwise: number, most: number, report: Report): number {
  const raw = params.get(name) ?? "";
  if (raw === "") return otherwise;
  if (!/^\d{1,9}$/.test(raw) || Number(raw) === 0) {
    report(name, raw, "is not a whole number from 1");
    return otherwise;
  }
  if (Number(raw) <= most) return Number(raw);
  report(name, raw, name === "page" ? `is deeper than ${deepestResult} results` : `is more than ${most}`);
  return most;
}

/** A query as an address's parameters, in one order and without what goes without saying: equal queries have one address. */
export function toSearchParams(query: AskedSearch & { view?: ResultView; unfolded?: string }): URLSearchParams {
  const { text, filters, dates, near, sort, page, perPage, view = "list", unfolded } = query;
  const params = new URLSearchParams();
  if (text !== "") params.append("q", text);
  for (const facet of facetNames) for (const value of filters[facet] ?? []) params.append(facet, value);
  if (dates?.from) params.append("from", dates.from);
  if (dates?.to) params.append("to", dates.to);
  if (near) params.append("near", near.city);
  if (near && near.km !== defaultKm) params.append("km", String(near.km));
  if (sort !== "relevance" && (sort !== "distance" || near)) params.append("sort", sort);
  if (view !== "list") params.append("view", view);
  if (unfolded) params.append("more", unfolded);
  if (page !== 1) params.append("page", String(page));
  if (perPage !== defaultPerPage) params.append("per_page", String(perPage));
  return params;
}
