import { z } from "zod";
import { experience } from "./experience";
import { text } from "./fields";

export const practiceSchema = z.strictObject({
  ...experience,
  depth: z.enum(["snapshot", "full"]),
  contact: text.optional(),
  objectives: text.optional(),
  legal_basis: text.optional(),
  participation: text.optional(),
  resources: text.optional(),
  sustainability: text.optional(),
  transfer_conditions: text.optional(),
});

export type PracticeSeed = z.output<typeof practiceSchema>;
