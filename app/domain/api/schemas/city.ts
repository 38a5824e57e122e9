import { z } from "zod";
import { populationBands } from "~db/schema/place";
import { reviewStatuses } from "~db/schema/practice";
import { addresses, component, entryFields, pageFields } from "./component";
import { source, term, toolReference } from "./reference";

const cityLineFields = {
  id: z.string(),
  type: z.literal("city"),
  kind: z.enum(["city", "regency", "inter-municipal", "district"]),
  ...entryFields,
  country: term,
  region: term.describe("The broadest region of the United Nations' M49 standard."),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  counts: z.object({ practices: z.int(), case_studies: z.int() }),
};

export const cityLine = component("CityLine", "A city as a line of a list.", z.object(cityLineFields));

export const cityList = component(
  "CityList",
  "Cities and other local governments by name.",
  z.object({ ...pageFields, items: z.array(cityLine) }),
);

export const city = component(
  "City",
  "A city, or another local government, with what is about it.",
  z.object({
    ...cityLineFields,
    geonames_id: z.int().nullable(),
    population_band: z.enum(populationBands).nullable(),
    experiences: z
      .array(
        z.object({
          id: z.string(),
          type: z.enum(["practice", "case-study"]),
          title: z.string(),
          summary: z.string().nullable(),
          language: z.string(),
          year: z.int(),
          review_status: z.enum(reviewStatuses),
          tools: z.array(toolReference),
          ...addresses,
        }),
      )
      .describe("Its practices and case studies."),
    quotations: z
      .array(
        z.object({
          id: z.string(),
          speaker: z.string(),
          text: z.string(),
          language: z.string(),
          document_title: z.string(),
          ...addresses,
        }),
      )
      .describe("What its people said."),
    sources: z.array(source).describe("Paragraphs that its practices and case studies rest on."),
  }),
);
