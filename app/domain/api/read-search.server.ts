import { placeSearch } from "~/domain/search/placed-search-queries.server";
import { type AskedSearch, type ParameterProblem, parseSearchParams } from "~/domain/search/search-params";
import type { Db } from "~db/client.server";
import type { SearchQuery } from "~search/port";
import { badParameters } from "./api-problem";
import { type LookedUpFacet, listFacetValues, lookedUpFacets } from "./api-queries.server";
import type { ApiSite } from "./api-site";
import { entryParameters, readParameters, shortened } from "./read-parameters";
import type { ParameterError } from "./schemas/problem";
import { closedValues } from "./search-parameters";

/** Values that are worth listing in an error; more than these are found through the facets of a search. */
const mostAllowed = 60;

/**
 * The search that an address asks for, read strictly: a parameter or value that is not known is an error, not ignored.
 * @throws ApiProblem that names every one.
 */
export async function readSearch(
  db: Db,
  { language }: Pick<ApiSite, "language">,
  given: URLSearchParams,
): Promise<{ asked: AskedSearch; query: SearchQuery }> {
  const own = new URLSearchParams([...given].filter(([name]) => name === "lang"));
  const rest = new URLSearchParams([...given].filter(([name]) => name !== "lang"));
  const { query: asked, problems } = parseSearchParams(rest, { language });
  const placed = await placeSearch(db, asked);
  const errors = [
    ...readParameters(entryParameters, own).errors,
    ...problems.map(toError),
    ...(await unknownValues(db, asked.filters)),
    ...unknownLanguages(asked.filters.language ?? []),
    ...(asked.near && placed.place?.id !== asked.near.city
      ? [{ parameter: "near", value: shortened(asked.near.city), message: "is not a known city" }]
      : []),
  ];
  if (errors.length > 0) throw badParameters(errors);
  return { asked, query: placed.query };
}

function toError({ parameter, value, message }: ParameterProblem): ParameterError {
  const allowed = closedValues.get(parameter);
  return {
    parameter: shortened(parameter),
    value: shortened(value),
    message,
    ...(allowed ? { allowed: [...allowed] } : {}),
  };
}

async function unknownValues(db: Db, filters: SearchQuery["filters"]): Promise<ParameterError[]> {
  const errors: ParameterError[] = [];
  for (const facet of lookedUpFacets) {
    const values = filters[facet] ?? [];
    if (values.length === 0) continue;
    const known = await listFacetValues(db, facet, values);
    const unknown = values.filter((value) => !known.includes(value));
    const allowed = unknown.length > 0 ? await allowedValues(db, facet) : {};
    for (const value of unknown) {
      errors.push({ parameter: facet, value: shortened(value), message: `is not a known ${facet}`, ...allowed });
    }
  }
  return errors;
}

async function allowedValues(db: Db, facet: LookedUpFacet): Promise<{ allowed?: string[] }> {
  if (facet === "recommendation" || facet === "country") return {};
  const allowed = await listFacetValues(db, facet);
  return allowed.length <= mostAllowed ? { allowed } : {};
}

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

function unknownLanguages(values: string[]): ParameterError[] {
  return values
    .filter((value) => !isLanguageTag(value))
    .map((value) => ({ parameter: "language", value: shortened(value), message: "is not a language of BCP 47" }));
}

function isLanguageTag(value: string): boolean {
  try {
    return languageNames.of(value) !== undefined;
  } catch {
    return false;
  }
}
