import { z } from "zod";
import { experience } from "./experience";
import { text } from "./fields";

export const caseStudySchema = z.strictObject({
  ...experience,
  method: text,
  research_period: text.optional(),
  limits: text,
  authors: text.optional(),
});

export type CaseStudySeed = z.output<typeof caseStudySchema>;
