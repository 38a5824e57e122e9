import { z } from "zod";
import {
  deepestResult,
  defaultKm,
  defaultPerPage,
  longestText,
  mostKm,
  mostPerPage,
} from "~/domain/search/search-params";
import { entryKinds } from "~db/schema/entry";
import { evidenceLevels } from "~db/schema/link";
import { reviewStatuses } from "~db/schema/practice";
import { type FacetName, facetNames, searchSorts } from "~search/port";
import { languageParameter } from "./read-parameters";

/** The values of parameters that never depend on what the library holds. A map: names come from outside, `constructor` too. */
export const closedValues: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["type", entryKinds],
  ["evidence", evidenceLevels],
  ["review", reviewStatuses],
  ["sort", [...searchSorts, "distance"]],
]);

const partialDate = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/);

/** The codes of vocabularies, for the description's lists of values. */
export type KnownValues = Partial<Record<FacetName, string[]>>;

const meanings: Record<FacetName, string> = {
  type: "What kind of entry.",
  theme: "A theme.",
  right: "A right.",
  group: "A population group.",
  sdg: "A Sustainable Development Goal (`16`) or target (`16.7`); a goal includes its targets.",
  tool: "The slug of a management tool.",
  recommendation: "The id of a provision that is answered.",
  region: "A region of the United Nations' M49 standard; it includes its parts.",
  country: "ISO 3166-1 alpha-2.",
  city: "The slug of a city.",
  document: "The slug of a document.",
  year: "A year of four digits.",
  language: "BCP 47: the language of the content.",
  evidence: "The level of evidence of a link.",
  review: "How far the review is.",
};

/** Where no list of values can be given: a value to show. */
const exampleValues: Partial<Record<FacetName, string>> = {
  sdg: "16.7",
  tool: "participatory-budgeting",
  recommendation: "hrgl-2023/recommendation-8",
  country: "TN",
  city: "vienna",
  document: "hrgl-2023",
  year: "2019",
  language: "en",
};

const forms: Partial<Record<FacetName, z.ZodType>> = {
  sdg: z.string().regex(/^([1-9]|1[0-7])(\.[0-9a-z]{1,2})?$/),
  country: z.string().regex(/^[A-Z]{2}$/),
  year: z.string().regex(/^\d{4}$/),
};

/** What `GET /api/v1/search` takes; what is read is decided by `readSearch`, and a test holds that the two agree. */
export function searchParameters(known: KnownValues): Record<string, z.ZodType> {
  return {
    q: z
      .string()
      .max(longestText)
      .default("")
      .describe("Words, “quoted phrases”, -excluded words, in any of the languages. Empty: everything.")
      .meta({ example: "participatory budget" }),
    ...Object.fromEntries(facetNames.map((facet) => [facet, facetParameter(facet, known)])),
    from: partialDate
      .optional()
      .describe("Only entries of this year, month or day and after; those without a date are left out.")
      .meta({ example: "2019-05" }),
    to: partialDate
      .optional()
      .describe("Only entries of this year, month or day and before; those without a date are left out.")
      .meta({ example: "2024" }),
    near: z
      .string()
      .max(200)
      .optional()
      .describe("The slug of a city: only entries of places within `km` of it.")
      .meta({ example: "vienna" }),
    km: z.int().min(1).max(mostKm).default(defaultKm).describe("Kilometres as the crow flies; with `near` only."),
    sort: z
      .enum([...searchSorts, "distance"])
      .default("relevance")
      .describe("The order of results; `distance` with `near` only."),
    page: z
      .int()
      .min(1)
      .max(deepestResult)
      .default(1)
      .describe("The page, from 1; results beyond the 10,000th are not paged through."),
    per_page: z.int().min(1).max(mostPerPage).default(defaultPerPage).describe("How many on a page."),
    lang: languageParameter,
  };
}

function facetParameter(facet: FacetName, known: KnownValues): z.ZodType {
  const values = closedValues.get(facet) ?? known[facet];
  const item = values && values.length > 0 ? z.enum(values) : (forms[facet] ?? z.string().max(200));
  const example = values ? undefined : exampleValues[facet];
  return z
    .array(item)
    .optional()
    .describe(meanings[facet])
    .meta(example ? { example } : {});
}
