import { z } from "zod";
import type { DisputedPoint } from "./contribution";
import { type FieldName, fieldsOf } from "./contribution-fields";

const longestPoint = 2000;
const unwanted = /(?![\n\t\r])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

/** The city's answer: by field, what is not right; to say that all is right, none may be. */
export const factCheckForm = z
  .object({
    answer: z.enum(["confirmed", "disputed"]),
    ...Object.fromEntries(
      fieldsOf("case-study").map((name) => [
        pointName(name),
        z
          .string()
          .max(longestPoint)
          .refine((text) => !unwanted.test(text), "form.wrongCharacters"),
      ]),
    ),
  })
  .superRefine((form, context) => {
    const some = toPoints(form).length > 0;
    if (some !== (form.answer === "disputed"))
      context.addIssue({ code: "custom", path: ["answer"], message: "form.factAnswer" });
  });

/** What a field is called in the form of the answer. */
export function pointName(name: FieldName): `point.${FieldName}` {
  return `point.${name}`;
}

export const toPoints = (form: Record<string, unknown>): DisputedPoint[] =>
  fieldsOf("case-study").flatMap((field) => {
    const text = String(form[pointName(field)] ?? "").trim();
    return text ? [{ field, text }] : [];
  });
