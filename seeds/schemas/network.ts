import { z } from "zod";
import { slug, summary, text, updated, url } from "./fields";

export const networkSchema = z.strictObject({
  slug,
  name: text,
  acronym: text.optional(),
  /** The organisation that carries it. */
  organisation: slug.optional(),
  website: url.optional(),
  summary,
  updated,
});
