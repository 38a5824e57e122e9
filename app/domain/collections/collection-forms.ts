import { z } from "zod";
import { severalLines } from "~/domain/memberships/membership-forms";
import { line, optionalLine } from "~/domain/people/account-forms";
import { isTooDeep } from "~/domain/text/markdown-depth";
import { languages } from "~/i18n/language";

const markdown = (longest: number) => severalLines(longest).refine((text) => !isTooDeep(text), "form.tooDeep");

export const collectionForm = z.object({
  title: line(150).min(1),
  summary: line(400).min(1),
  text: markdown(10_000),
  language: z.enum(languages),
});

export const newCollectionForm = collectionForm.extend({ network: optionalLine(100) });

const entry = line(300).min(1);
export const noteForm = z.object({ entry, note: markdown(2_000) });
/** A place in the order, or a step up or down. */
export const moveForm = z.object({ entry, to: z.string().regex(/^(up|down|\d{1,3})$/, "form.wrong") });
export const removeItemForm = z.object({ entry });
export const publishForm = z.object({ changeNote: optionalLine(400) });
export const withdrawForm = z.object({
  reason: severalLines(1000).refine((text) => text !== "", "form.required"),
  sure: z.literal("yes", "form.notSure"),
});
export const addItemForm = z.object({ entry, collection: line(100).min(1), note: markdown(2_000) });
export const featureForm = z.object({
  entry: optionalLine(300),
  collection: optionalLine(100),
  place: line(100).min(1),
});
export const pictureForm = z.object({ alternative: line(500).min(1) });
