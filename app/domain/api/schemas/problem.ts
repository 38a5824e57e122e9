import { z } from "zod";
import { component } from "./component";

const parameterError = component(
  "ParameterError",
  "What is wrong with one parameter.",
  z.object({
    parameter: z.string(),
    value: z.string().optional().describe("As it was given."),
    message: z.string(),
    allowed: z.array(z.string()).optional().describe("What could stand there."),
  }),
);
export type ParameterError = z.infer<typeof parameterError>;

export const problem = component(
  "Problem",
  "An error, after RFC 9457 (application/problem+json).",
  z.object({
    type: z.string().describe("`about:blank`: the title says it."),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(parameterError).optional().describe("Every parameter at fault."),
  }),
);
export type Problem = z.infer<typeof problem>;
