import { z } from "zod";
import { component, entryFields, pageFields } from "./component";
import { link, terms } from "./reference";

const toolLineFields = { id: z.string(), type: z.literal("tool"), ...entryFields };

export const toolLine = component(
  "ToolLine",
  "A management tool as a line of a list.",
  z.object({
    ...toolLineFields,
    counts: z.object({
      recommendations: z.int().describe("How many provisions it answers."),
      practices: z.int().describe("How many practices and case studies use it."),
    }),
  }),
);

export const toolList = component(
  "ToolList",
  "Management tools by title.",
  z.object({ ...pageFields, items: z.array(toolLine) }),
);

const markdown = z.string().describe("Markdown.");

export const tool = component(
  "Tool",
  "A management concept or instrument.",
  z.object({
    ...toolLineFields,
    aliases: z.array(z.string()).describe("Other names, in any language."),
    what_it_is: markdown,
    when_to_use: markdown,
    steps: z.array(markdown),
    who_does_it: markdown,
    what_it_needs: markdown,
    pitfalls: markdown,
    how_to_know: z.string().describe("Markdown: how to know that it works."),
    further_reading: z.array(z.object({ title: z.string(), url: z.url().nullable() })),
    terms,
    links: z.array(link).describe("The provisions that it answers; the practices and case studies that use it."),
  }),
);
