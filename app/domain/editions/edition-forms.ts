import { z } from "zod";
import { severalLines } from "~/domain/memberships/membership-forms";
import { line } from "~/domain/people/account-forms";
import { longestTag, mostTags, splitTags } from "~/domain/tags/tag";
import { longestCode } from "~/domain/vocabularies/term-code";
import { evidenceLevels, linkTypes } from "~db/schema/link";

/** What stood on the page when it was opened. */
const seen = z
  .string()
  .max(50_000)
  .transform((text, context) => {
    try {
      return z.record(z.string(), z.string()).parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: "custom", message: "form.wrong" });
      return z.NEVER;
    }
  });

const labels = { label_en: line(120).min(1), label_fr: line(120).min(1), label_es: line(120).min(1) };
const termTexts = {
  ...labels,
  description: severalLines(1000),
  description_fr: severalLines(1000),
  description_es: severalLines(1000),
  maps_to: line(200),
};

export const termForm = z.object({ ...termTexts, seen });
export const placeForm = z.object({ ...labels, seen });
export const newTermForm = z.object({ key: line(longestCode).min(1), parent: line(longestCode), ...termTexts });
export const deleteTermForm = z.object({ sure: z.literal("yes", "form.notSure"), seen });

const summary = severalLines(2000);
/** The texts that an entry of the kind has, as a form. */
export const documentTextForm = z.object({ short_title: line(150).min(1), summary, seen });
export const toolTextForm = z.object({ title: line(150).min(1), summary, seen });
export const summaryForm = z.object({ summary, seen });

export const tagsForm = z.object({
  tags: severalLines(2000)
    .transform(splitTags)
    .refine((all) => all.length <= mostTags && all.every((label) => label.length <= longestTag), "form.tags"),
  seen,
});

export const linkForm = z.object({
  to: line(300).min(1),
  /** What it was; empty: there was none. */
  wasType: z.union([z.literal(""), z.enum(linkTypes)]),
  type: z.enum(linkTypes),
  evidence: z.union([z.literal(""), z.enum(evidenceLevels)]),
  note: severalLines(1000),
  seen,
});

export const removeLinkForm = z.object({ to: line(300).min(1), wasType: z.enum(linkTypes), seen });
export const tagNameForm = z.object({ label: line(longestTag).min(1), seen });
export const mergeForm = z.object({ into: line(80).min(1), sure: z.literal("yes", "form.notSure"), seen });
export const takeBackForm = z.object({ number: z.coerce.number().int().positive() });
