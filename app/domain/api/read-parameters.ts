import { z } from "zod";
import { languages } from "~/i18n/language";
import type { ParameterError } from "./schemas/problem";

export const mostPerPage = 100;

const wholeNumber = (most: number) =>
  z
    .int({ error: `is not a whole number from 1 to ${most}` })
    .min(1, `is not a whole number from 1 to ${most}`)
    .max(most, `is not a whole number from 1 to ${most}`);

export const languageParameter = z
  .enum(languages, { error: `is none of ${languages.join(", ")}` })
  .optional()
  .describe("The language of labels; without it, Accept-Language decides.");

/** The parameters of a list. */
export const listParameters = {
  page: wholeNumber(1_000_000).default(1).describe("The page, from 1."),
  per_page: wholeNumber(mostPerPage).default(20).describe("How many on a page."),
  lang: languageParameter,
};

/** The parameters of a single entry. */
export const entryParameters = { lang: languageParameter };

/** Reads an address's parameters strictly: every unknown, doubled or unusable one is an error. */
export function readParameters<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
  search: URLSearchParams,
): { values: z.output<z.ZodObject<Shape>> | null; errors: ParameterError[] } {
  const names = Object.keys(shape);
  const errors: ParameterError[] = [];
  const given: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    if (!names.includes(name)) {
      errors.push({ parameter: shortened(name), message: "is not a parameter here", allowed: names });
    } else if (values.length > 1) {
      errors.push({ parameter: name, value: shortened(values.join(", ")), message: "may be given once only" });
    } else {
      given[name] = numberOrText(values[0] ?? "");
    }
  }
  const parsed = z.object(shape).safeParse(given);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = String(path[0]);
    errors.push({ parameter: name, value: shortened(String(given[name])), message, ...allowedBy(shape[name]) });
  }
  return { values: errors.length === 0 && parsed.data ? parsed.data : null, errors };
}

const numberOrText = (value: string) => (/^\d{1,9}$/.test(value) ? Number(value) : value);

const allowedBy = (schema: z.ZodType | undefined) => {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return inner instanceof z.ZodEnum ? { allowed: inner.options.map(String) } : {};
};

/** What was given, as far as it is worth repeating. */
export const shortened = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
