import { z } from "zod";
import { entryKinds } from "~db/schema/entry";
import { concordanceTypes, evidenceLevels, linkTypes } from "~db/schema/link";
import { provisionKinds } from "~db/schema/provision";
import { addresses, component, optionalText } from "./component";

export const term = component(
  "Term",
  "A code of a vocabulary and its name in the language of the request.",
  z.object({ code: z.string(), label: z.string() }),
);

export const terms = component(
  "Terms",
  "The themes, rights, groups, and Sustainable Development Goals and targets of an entry.",
  z.object({
    theme: z.array(term),
    right: z.array(term),
    group: z.array(term),
    goal: z.array(term),
    target: z.array(term),
  }),
);

export const toolReference = component(
  "ToolReference",
  "A management tool, named.",
  z.object({ id: z.string(), title: z.string(), ...addresses }),
);

export const cityReference = component(
  "CityReference",
  "A city, named.",
  z.object({ id: z.string(), name: z.string(), country: term, ...addresses }),
);

export const reference = component(
  "EntryReference",
  "An entry, named.",
  z.object({
    id: z.string().describe("A slug; for a provision `document/eId`."),
    type: z.enum(entryKinds),
    title: z.string(),
    summary: z.string().nullable(),
    language: z.string(),
    url: addresses.url,
    api_url: z.url().nullable().describe("Null: the API does not give entries of this type by themselves."),
    city: optionalText("Of a practice or case study: the name of its city."),
    provision: z
      .object({
        document: z.string().describe("The slug of its document."),
        document_title: z.string(),
        eid: z.string(),
        kind: z.string(),
        label: z.string().nullable(),
      })
      .nullable()
      .describe("Of a provision: where it stands."),
  }),
);

const linkFields = {
  direction: z
    .enum(["outgoing", "incoming"])
    .describe("Outgoing: this entry does it to the other; incoming: it is done to this one."),
  note: z.string().nullable().describe("Why the two are linked."),
  entry: reference,
};

export const link = component(
  "Link",
  "A link to or from another entry. A practice `implements`, `supports` or `illustrates` a provision and `uses` a tool; a tool `answers` a provision; a recital `motivates` a recommendation.",
  z.object({
    type: z.enum(linkTypes),
    evidence: z
      .enum(evidenceLevels)
      .nullable()
      .describe("Of links from practices and case studies: how well it is shown."),
    ...linkFields,
  }),
);

export const concordance = component(
  "Concordance",
  "A provision of another document on the same matter.",
  z.object({ type: z.enum(concordanceTypes), ...linkFields }),
);

export const source = component(
  "Source",
  "A paragraph that tells what the entry says.",
  z.object({
    id: z.string(),
    eid: z.string(),
    document_title: z.string(),
    summary: z.string().nullable(),
    ...addresses,
  }),
);

export const provisionKind = z.enum(provisionKinds);
