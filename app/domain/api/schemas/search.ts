import { z } from "zod";
import { languages } from "~/i18n/language";
import { entryKinds } from "~db/schema/entry";
import { facetNames, searchSorts } from "~search/port";
import { addresses, component, pageFields, partialDate } from "./component";

const facetName = z.enum(facetNames);
const markup = "HTML: matches stand in `<mark>`, everything else is escaped.";

export const searchHit = component(
  "SearchHit",
  "An entry that was found.",
  z.object({
    id: z.string().describe("A slug; for a provision `document/eId`."),
    type: z.enum(entryKinds),
    title: z.string(),
    title_html: z.string().describe(markup),
    url: addresses.url,
    api_url: z.url().nullable().describe("Null: the API does not give entries of this type by themselves."),
    extract: z.string().describe("The passage that fits best, as plain text."),
    extract_html: z.string().describe(markup),
    score: z.number().describe("Higher is better; comparable within one answer only."),
    language: z.string().describe("BCP 47: the language of the content."),
    date: partialDate,
    facets: z.record(facetName, z.array(z.string())).describe("The entry's own values, by facet."),
  }),
);

export const facetValue = component(
  "FacetValue",
  "A value of a facet and how many results have it. Counts of a facet leave its own filter aside.",
  z.object({ value: z.string(), label: z.string(), count: z.int().min(0) }),
);

export const searchAnswer = component(
  "SearchAnswer",
  "A page of results.",
  z.object({
    query: z
      .object({
        q: z.string(),
        filters: z.partialRecord(facetName, z.array(z.string())).describe("The filters that are set, by facet."),
        from: z.string().optional().describe("The first date, as exact as it was asked for."),
        to: z.string().optional().describe("The last date, as exact as it was asked for."),
        near: z.string().optional().describe("The slug of a city."),
        km: z.int().optional().describe("Within so many kilometres of it."),
        sort: z.enum([...searchSorts, "distance"]),
        lang: z.enum(languages),
      })
      .describe("The search as it was understood."),
    ...pageFields,
    hits: z.array(searchHit),
    facets: z.record(facetName, z.array(facetValue)).describe("Values by facet, the most frequent first."),
    corrections: z
      .array(z.object({ typed: z.string(), read: z.string() }))
      .describe("Words that were read as others, because nothing was found as typed."),
    also_searched: z.array(z.string()).describe("Synonyms that were searched for too."),
    took_ms: z.number().min(0),
    engine: z.enum(["sqlite", "meilisearch"]),
  }),
);
