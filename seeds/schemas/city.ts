import { z } from "zod";
import { populationBands } from "~db/schema/place";
import { coordinate, slug, summary, text, updated, wholeNumber } from "./fields";

export const citySchema = z.strictObject({
  slug,
  name: text,
  /** In French and Spanish, where it differs from the English name. */
  names: z.strictObject({ fr: text.optional(), es: text.optional() }).optional(),
  kind: z.enum(["city", "regency", "inter-municipal", "district"]),
  country: text,
  latitude: coordinate(90),
  longitude: coordinate(180),
  geonames_id: wholeNumber.optional(),
  population_band: z.enum(populationBands).optional(),
  summary: summary.optional(),
  updated,
});
