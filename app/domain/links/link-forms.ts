import { z } from "zod";
import { evidenceLevels, practiceLinkTypes } from "~db/schema/link";
import { longestNote } from "./contribution-link";

const unwanted = /(?![\n\t\r])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;
const type = z.enum([...practiceLinkTypes, "uses"]);
const to = z.string().min(1).max(300);

export const targetForm = z.object({ to });
export const addLinkForm = z.object({ to, type });

const note = z
  .string()
  // Browsers send line breaks as two characters, which nobody typed.
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .pipe(z.string().max(longestNote))
  .refine((text) => !unwanted.test(text), "form.wrongCharacters");

/** `was…`: what the person saw and changed. */
export const changeLinkForm = z.object({
  to,
  type,
  evidence: z.enum(evidenceLevels),
  note,
  wasType: type,
  wasEvidence: z.union([z.literal(""), z.enum(evidenceLevels)]),
  wasNote: z.string().transform((text) => text.replace(/\r\n?/g, "\n")),
});
export type ChangedLink = z.output<typeof changeLinkForm>;
