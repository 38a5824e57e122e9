import { z } from "zod";
import { documentKinds } from "~db/schema/document";
import { addresses, component, entryFields, instant, optionalText, pageFields, partialDate } from "./component";
import { concordance, link, provisionKind, reference, terms } from "./reference";

const textLicence = z
  .string()
  .nullable()
  .describe("SPDX identifier of the text's licence. Null: the text belongs to those who issued the document.");

const documentLineFields = {
  id: z.string(),
  type: z.literal("document"),
  kind: z.enum(documentKinds),
  ...entryFields,
  short_title: z.string(),
  date: partialDate,
  event: z.string().nullable(),
  version: z.int().nullable().describe("The newest version. Null: the text is not in this library."),
  counts: z.object({
    recitals: z.int(),
    recommendations: z.int(),
    provisions: z.int().describe("All of them, of every kind."),
  }),
};

export const documentLine = component("DocumentLine", "A document as a line of a list.", z.object(documentLineFields));

export const documentList = component(
  "DocumentList",
  "Documents, newest first.",
  z.object({ ...pageFields, items: z.array(documentLine) }),
);

const provisionFields = {
  id: z.string().describe("`document/eId`"),
  eid: z.string().describe("The name that it keeps in every version of its document."),
  kind: provisionKind,
  label: optionalText("As printed: `gg`, `8`. Null where the document prints none."),
  verb: optionalText("The opening verb, in lower case."),
  heading: z.string().nullable(),
  text: optionalText("To the letter; paragraphs are parted by an empty line. Null: not in this library."),
  speaker: optionalText("Of a quotation."),
  affiliation: optionalText("The speaker's city or organisation."),
  parent_eid: optionalText("The provision that it is a part of."),
  depth: z.int().describe("Nesting, from 0."),
  summary: optionalText("What it says, in our own words."),
};

export const provisionLine = component(
  "ProvisionLine",
  "A provision as a part of its document.",
  z.object({ ...provisionFields, ...addresses }),
);

export const document = component(
  "Document",
  "A document with all its provisions in their order.",
  z.object({
    ...documentLineFields,
    text_license: textLicence,
    publisher: optionalText("Who issued it."),
    source_url: optionalText("Where it was published."),
    where_to_get: optionalText("Where to get the text when it is not in this library."),
    versions: z.array(
      z.object({
        number: z.int(),
        imported_at: instant("When it was imported."),
        change_note: z.string().nullable(),
        url: z.url(),
      }),
    ),
    participants: z.array(z.object({ name: z.string(), country: z.string().nullable(), group: z.string().nullable() })),
    provisions: z.array(provisionLine),
  }),
);

const neighbour = z.object({ eid: z.string(), ...addresses }).nullable();

export const provision = component(
  "Provision",
  "A provision: the smallest part of a document that can be cited.",
  z.object({
    type: z.literal("provision"),
    ...provisionFields,
    ...entryFields,
    text_license: textLicence,
    document: z.object({
      id: z.string(),
      title: z.string(),
      short_title: z.string(),
      kind: z.enum(documentKinds),
      date: partialDate,
      event: z.string().nullable(),
      publisher: z.string().nullable(),
      where_to_get: z.string().nullable(),
      ...addresses,
    }),
    version: z.int().nullable().describe("The version of the document that the text is from."),
    current: z.boolean().describe("False once a newer version of the document has removed it."),
    notes: z.array(z.string()).describe("Editors' remarks on the original."),
    terms,
    parts: z.array(
      z.object({
        id: z.string(),
        eid: z.string(),
        kind: provisionKind,
        label: z.string().nullable(),
        text: z.string(),
        ...addresses,
      }),
    ),
    links: z.array(link).describe("Who answers it, why it stands, and what follows from it."),
    concordance: z.array(concordance).describe("The same matter in other documents."),
    source_of: z.array(reference).describe("Practices and case studies that rest on it."),
    previous: neighbour,
    next: neighbour,
  }),
);
