import { z } from "zod";
import { component, instant } from "~/domain/api/schemas/component";
import { fieldNames, ruleOf } from "~/domain/contributions/contribution-fields";
import { contributionKinds, contributionStatuses } from "~db/schema/contribution";

const row = z.record(z.string(), z.string());

/** The fields of the template, in the shape in which files of practices have them too. */
const fields = component(
  "DraftFields",
  "The fields of the template; texts are Markdown. Practices have no fields of research.",
  z.strictObject(
    Object.fromEntries(
      fieldNames.map((name) => {
        const { kind } = ruleOf(name);
        const schema = kind === "codes" ? z.array(z.string()) : kind === "rows" ? z.array(row) : z.string();
        return [name, schema.optional()];
      }),
    ),
  ),
);

const head = {
  id: z.string(),
  type: z.enum(contributionKinds),
  status: z.enum(contributionStatuses),
  title: z.string(),
  language: z.string().describe("BCP 47: the language of the content."),
  revision: z.int().min(0).describe("Rises with each saved field; send it back with a change."),
  updated_at: instant("When a field was last saved."),
  url: z.url().describe("Its page, for those who may read it."),
  api_url: z.url(),
};

export const draftLine = component("DraftLine", "Something that you write, as a line of a list.", z.object(head));
export const draftList = component(
  "DraftList",
  "What you write, the latest first.",
  z.object({ total: z.int().min(0), items: z.array(draftLine) }),
);
export const draft = component("Draft", "Something that you write, with its fields.", z.object({ ...head, fields }));

export const newDraft = component(
  "NewDraft",
  "A draft to be made; its title is needed.",
  z.strictObject({ type: z.enum(contributionKinds), fields }),
);
export const draftChange = component(
  "DraftChange",
  "Fields to be changed; those that are not named stay as they are.",
  z.strictObject({ revision: z.int().min(0).describe("The draft's revision as you know it."), fields }),
);
