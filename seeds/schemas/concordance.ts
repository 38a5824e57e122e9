import { z } from "zod";
import { concordanceTypes } from "~db/schema/link";
import { provisionId, text } from "./fields";

/** What a provision of a later document does with one of an earlier document. */
export const concordanceSchema = z.strictObject({
  from: provisionId,
  to: provisionId,
  type: z.enum(concordanceTypes),
  note: text,
});
