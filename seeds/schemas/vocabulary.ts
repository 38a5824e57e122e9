import { z } from "zod";
import { label, slug, text } from "./fields";

const term = {
  label,
  description: text.optional(),
  description_fr: text.optional(),
  description_es: text.optional(),
  maps_to: text.optional(),
};

/** Themes, rights and groups. */
export const termSchema = z.strictObject({ code: slug, parent: slug.optional(), ...term });

export const goalSchema = z.strictObject({
  code: text.regex(/^([1-9]|1[0-7])$/, "is no goal from 1 to 17"),
  ...term,
});

const targetCode = /^([1-9]|1[0-7])\.([1-9]\d?|[a-d])$/;
export const targetSchema = z.strictObject({
  code: text.regex(targetCode, "is no target such as 16.7 or 1.a"),
  parent: text,
  ...term,
});

const m49 = text.regex(/^\d{3}$/, "is no UN M49 code of three digits");

export const regionSchema = z.strictObject({ code: slug, m49, parent: slug.optional(), label });

export const countrySchema = z.strictObject({
  code: text.regex(/^[A-Z]{2}$/, "is no ISO 3166-1 alpha-2 code"),
  iso3: text.regex(/^[A-Z]{3}$/, "is no ISO 3166-1 alpha-3 code"),
  m49,
  region: slug,
  label,
});

export type TermSeed = z.output<typeof termSchema>;
