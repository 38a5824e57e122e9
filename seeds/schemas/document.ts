import { z } from "zod";
import { documentKinds } from "~db/schema/document";
import { provisionKinds } from "~db/schema/provision";
import { isoDate, language, list, pitch, slug, subjects, summary, text, updated, url } from "./fields";

export const provisionSchema = z.strictObject({
  eId: text.regex(/^[a-z]+(-[a-z0-9]+)*$/, "is no eId such as recommendation-8"),
  /** As printed: `gg`, `8`. */
  label: text.optional(),
  kind: z.enum(provisionKinds),
  summary: pitch,
  ...subjects,
  /** On recommendations: eIds of the recitals of the same document that give the reason. */
  why: list(text),
  /** Editor's notes on oddities of the original. */
  notes: list(text),
});

export const documentSchema = z.strictObject({
  slug,
  kind: z.enum(documentKinds),
  title: text,
  short_title: text,
  date: isoDate.optional(),
  event: text.optional(),
  publisher: text.optional(),
  source_url: url.optional(),
  where_to_get: text.optional(),
  language,
  summary,
  updated,
  provisions: list(provisionSchema),
});
