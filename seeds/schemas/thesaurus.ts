import { z } from "zod";
import { list, text } from "./fields";

const word = text.regex(/^[^"\\]{1,120}$/, "is too long, or holds a quotation mark");

/** Words and names that mean the same to somebody who searches; case and accents do not matter. */
export const thesaurusGroupSchema = z
  .strictObject({ en: list(word), fr: list(word), es: list(word), de: list(word) })
  .refine((group) => Object.values(group).flat().length > 1, "holds a single term: nothing is equivalent to it");

/** Equivalent terms by language: search for one of them and all are found. */
export type ThesaurusGroup = z.output<typeof thesaurusGroupSchema>;
