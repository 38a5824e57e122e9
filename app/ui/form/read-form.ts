import { z } from "zod";
import type { FormMessage } from "./form-message";

type Values = Record<string, string | string[]>;

export interface FieldError {
  message: FormMessage;
  /** The most characters that the field takes. */
  max?: number;
}

/** A form that was sent back: what is wrong with each field, and what was typed. */
export interface Refused {
  /** Which form of the page. */
  form: string;
  /** By the field's name; `""` is about the form as a whole. */
  errors: Record<string, FieldError>;
  values: Values;
}

type Read<T> = { data: T; refused?: undefined } | { data?: undefined; refused: Refused };

/**
 * Reads the fields that the schema knows, and no others. Fields of the schema that are arrays may stand there several times.
 * Its own messages are keys of the catalogue.
 */
export function readForm<T extends z.ZodObject>(schema: T, form: FormData): Read<z.output<T>> {
  const given: Record<string, unknown> = {};
  const values: Values = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const all = form.getAll(name);
    const texts = all.filter((value) => typeof value === "string");
    given[name] = field instanceof z.ZodArray ? all : (all[0] ?? "");
    // A password that is written into a page stays in the browser's memory and history.
    if (!secretFields.has(name)) values[name] = field instanceof z.ZodArray ? texts : (texts[0] ?? "");
  }
  const { data, error } = schema.safeParse(given);
  if (!error) return { data };
  const errors: Record<string, FieldError> = {};
  for (const issue of error.issues) errors[String(issue.path[0] ?? "")] ??= toError(issue);
  return { refused: { form: nameOf(form), errors, values } };
}

const secretFields = new Set(["password", "current", "code"]);
const nameOf = (form: FormData) => String(form.get("form") ?? "").slice(0, 50);

function toError(issue: z.core.$ZodIssue): FieldError {
  if (issue.code === "too_small") return { message: "form.required" };
  if (issue.code === "too_big") return { message: "form.tooLong", max: Number(issue.maximum) };
  return { message: issue.message.startsWith("form.") ? (issue.message as FormMessage) : "form.wrong" };
}

/** The same form with an error that only the domain could find. */
export function refuseField(form: FormData, field: string, message: FormMessage): Refused {
  return { ...giveBack(form), errors: { [field]: { message } } };
}

/** The same form as it was filled in, with nothing wrong. */
export function giveBack(form: FormData): Refused {
  const values: Values = {};
  for (const [name, value] of form) if (typeof value === "string" && !secretFields.has(name)) values[name] = value;
  return { form: nameOf(form), errors: {}, values };
}
