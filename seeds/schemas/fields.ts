import { z } from "zod";

// Seed files are read with every scalar as text, so that target 16.10 is not the number 16.1: numbers are parsed here.

/** Text that says something. */
export const text = z
  .string()
  .trim()
  .min(1, "is empty: leave the field out instead")
  .refine((value) => value !== "null" && value !== "~", "is null: leave the field out instead");

export const atMost = (length: number) =>
  text.refine((value) => value.length <= length, {
    error: (issue) => `has ${String(issue.input).trim().length} characters, at most ${length} are allowed`,
  });

/** The line under a title in lists and search results. */
export const pitch = atMost(280);
export const summary = atMost(600);

export const slug = text.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is no slug: small letters, digits and single hyphens only");

/** As exact as it is known: `2023-02-07`, `2023-02` or `2023`. */
export const isoDate = text.regex(
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
  "is no date such as 2023-02-07, 2023-02 or 2023",
);

/** The last change of an entry's seed: when the seeds were written, until the entry says a later day itself. */
export const updated = z.iso.date("is no day such as 2026-11-22").default("2026-11-22");

export const year = text.regex(/^(19|20)\d\d$/, "is no year such as 2019").transform(Number);

export const coordinate = (limit: 90 | 180) =>
  text
    .regex(/^-?\d+(\.\d+)?$/, "is no number of degrees such as -34.9")
    .transform(Number)
    .refine((value) => Math.abs(value) <= limit, `lies outside -${limit} to ${limit} degrees`);

export const wholeNumber = text.regex(/^\d+$/, "is no whole number").transform(Number);

export const url = text.regex(/^https?:\/\/\S+$/, "is no http(s) address");

/** `hrgl-2023/recommendation-8` */
export const provisionId = text.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "is no provision such as hrgl-2023/recommendation-8");

/** A list that may be left out. */
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).default([]);

/** A document's language, as BCP 47. */
export const language = text.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "is no language code such as en or fr");

export const label = z.strictObject({ en: text, fr: text, es: text });

/** The vocabularies that an entry can be described with. */
export const subjects = { themes: list(text), rights: list(text), groups: list(text), targets: list(text) };
