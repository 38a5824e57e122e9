import { z } from "zod";
import { slug, summary, text, updated, url } from "./fields";

export const organisationSchema = z.strictObject({
  slug,
  name: text,
  acronym: text.optional(),
  kind: z.enum(["intergovernmental", "civil-society", "academic", "local-government-association", "public"]),
  country: text.optional(),
  website: url.optional(),
  summary,
  updated,
});
