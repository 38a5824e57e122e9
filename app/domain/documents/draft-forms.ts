import { z } from "zod";
import { line, optionalLine } from "~/domain/people/account-forms";
import { documentKinds } from "~db/schema/document";
import { provisionKinds } from "~db/schema/provision";

const place = z
  .string()
  .regex(/^\d{1,5}$/, "form.wrong")
  .transform(Number);
const revision = place;

export const mergeForm = z.object({ at: place, revision });
export const splitForm = z.object({ at: place, revision, from: line(500).min(1) });
export const relabelForm = z.object({
  at: place,
  revision,
  kind: z.enum(provisionKinds),
  label: optionalLine(40),
});
export const takeBackForm = z.object({ revision });

/** What stands about the document as a whole. */
export const factsForm = z.object({
  revision,
  title: line(500).min(1),
  slug: line(80)
    .min(1)
    .refine((text) => text === "" || (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text !== "new"), "form.wrong"),
  kind: z.enum(documentKinds),
  date: optionalLine(10).refine((text) => text === null || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text), "form.date"),
  language: line(20)
    .min(1)
    .refine((text) => text === "" || /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text), "form.wrong"),
});
