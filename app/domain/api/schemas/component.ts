import { z } from "zod";

/** The schemas that the OpenAPI description lists by name. */
export const components = z.registry<{ id: string }>();

/** Gives a schema its name and its sentence in the OpenAPI description. */
export function component<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  const described = schema.describe(description);
  components.add(described, { id });
  return described;
}

/** Fields whose value may be null: the sources do not tell. */
export const optionalText = (description: string) => z.string().nullable().describe(description);

/** ISO 8601, as exact as it is known: `2023-02-07`, `2023-02` or `2023`. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .nullable()
  .describe("ISO 8601, as exact as it is known: a day, a month or a year.");

export const instant = (description: string) => z.iso.datetime().describe(description);

export const addresses = {
  url: z.url().describe("The entry's page."),
  api_url: z.url().describe("The entry in this API."),
};

const licence = z
  .string()
  .describe("SPDX identifier of the licence of our own words: title, summary, notes and links.");

/** What every entry carries. */
export const entryFields = {
  title: z.string(),
  summary: optionalText("One or two sentences in our own words."),
  language: z.string().describe("BCP 47: the language of the content."),
  ...addresses,
  license: licence,
  updated_at: instant("When the entry last changed."),
};

/** A list comes in pages. */
export const pageFields = {
  total: z.int().min(0).describe("How many there are on all pages."),
  page: z.int().min(1),
  per_page: z.int().min(1),
};
