import { z } from "zod";
import { practiceLinkTypes } from "~db/schema/link";
import { stages } from "~db/schema/practice";
import { isoDate, list, pitch, provisionId, slug, subjects, text, updated, year } from "./fields";

/** What practices and case studies share. A field that the sources do not tell is left out. */
export const experience = {
  slug,
  title: text,
  summary: pitch,
  city: slug,
  stage: z.enum(stages).default("unknown"),
  started: isoDate.optional(),
  ended: isoDate.optional(),
  /** The year that lists and search show. */
  year,
  updated,
  lead_body: text.optional(),
  partners: text.optional(),
  situation_before: text.optional(),
  what_was_done: text,
  results: text.optional(),
  challenges: text.optional(),
  lessons_learned: text.optional(),
  ...subjects,
  /** The provisions that tell it. */
  sources: z.array(provisionId).min(1, "needs at least one source"),
  links: list(z.strictObject({ to: provisionId, type: z.enum(practiceLinkTypes), note: text.optional() })),
  tools: list(z.strictObject({ tool: slug, note: text.optional() })),
};
