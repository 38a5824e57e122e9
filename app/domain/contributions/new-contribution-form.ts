import { z } from "zod";
import { contributionKinds } from "~db/schema/contribution";
import { contentLanguages } from "./contribution-fields";

const titleCharacters = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

export const newContributionForm = z.object({
  kind: z.enum(contributionKinds),
  title: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((text) => !titleCharacters.test(text), "form.wrongCharacters"),
  language: z.enum(contentLanguages),
  /** The call that it answers. */
  call: z
    .string()
    .max(100)
    .transform((id) => id || null),
  /** Tells the page that was opened from any other: what it sends twice is begun once. */
  once: z
    .string()
    .max(100)
    .transform((key) => key || null),
});
