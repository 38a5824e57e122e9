import { z } from "zod";
import { longestAlternative, longestCaption } from "./file";

const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !unwanted.test(text), "form.wrongCharacters");

/** What is said about a picture or file. */
export const fileForm = z.object({ alternativeText: line(longestAlternative), caption: line(longestCaption) });
export type FileWords = z.infer<typeof fileForm>;
