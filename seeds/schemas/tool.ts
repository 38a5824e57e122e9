import { z } from "zod";
import { list, provisionId, slug, subjects, summary, text, updated, url } from "./fields";

/** A management tool; its texts are Markdown. */
export const toolSchema = z.strictObject({
  slug,
  title: text,
  summary,
  aliases: list(text),
  what_it_is: text,
  when_to_use: text,
  steps: z.array(text).min(1, "needs at least one step"),
  who_does_it: text,
  what_it_needs: text,
  pitfalls: text,
  how_to_know: text,
  further_reading: list(z.strictObject({ title: text, provision: provisionId.optional(), url: url.optional() })),
  ...subjects,
  updated,
  answers: list(z.strictObject({ provision: provisionId, note: text.optional() })),
});
