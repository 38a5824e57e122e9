import { z } from "zod";
import { creditRoles } from "~/domain/contributions/contribution";
import { reviewStatuses, stages } from "~db/schema/practice";
import { component, entryFields, instant, optionalText, pageFields, partialDate } from "./component";
import { cityReference, link, source, terms, toolReference } from "./reference";

const shared = {
  id: z.string(),
  ...entryFields,
  city: cityReference,
  year: z.int().describe("When it started, or when its source documented it."),
  review_status: z.enum(reviewStatuses),
  tools: z.array(toolReference).describe("The management tools that it uses."),
  terms,
};

const practiceLineFields = { type: z.literal("practice"), ...shared };
const caseStudyLineFields = { type: z.literal("case-study"), ...shared };

export const practiceLine = component("PracticeLine", "A practice as a line of a list.", z.object(practiceLineFields));
export const caseStudyLine = component(
  "CaseStudyLine",
  "A case study as a line of a list.",
  z.object(caseStudyLineFields),
);

export const practiceList = component(
  "PracticeList",
  "Practices by title.",
  z.object({ ...pageFields, items: z.array(practiceLine) }),
);
export const caseStudyList = component(
  "CaseStudyList",
  "Case studies by title.",
  z.object({ ...pageFields, items: z.array(caseStudyLine) }),
);

const markdown = optionalText("Markdown. Null: not documented.");

const version = component(
  "Version",
  "A version, which stays as it was published.",
  z.object({
    number: z.int().min(1),
    published_at: instant("When it was published."),
    change_note: optionalText("What it changed. Null for a first version."),
    url: z.url().describe("Its permanent address."),
  }),
);

const contributor = component(
  "Contributor",
  "Somebody who is credited.",
  z.object({
    name: z.string(),
    orcid: z.url().nullable(),
    part: z.enum(["author", "reviewer"]),
    roles: z.array(z.enum(creditRoles)).describe("Roles of the Contributor Roles Taxonomy."),
  }),
);

const file = component(
  "File",
  "A picture or file that belongs to it.",
  z.object({
    name: z.string(),
    media_type: z.string(),
    bytes: z.int().min(0),
    url: z.url().describe("Where it is read; its address stays."),
    alternative_text: optionalText("What a picture shows, for who cannot see it."),
    caption: optionalText("What stands below it."),
  }),
);

const cityCheck = component(
  "CityCheck",
  "What the city answered when it was asked to check the facts.",
  z.object({
    answer: z.enum(["confirmed", "disputed"]),
    answered_at: instant("When it answered."),
    disputed_points: z
      .array(z.object({ field: z.string(), text: z.string() }))
      .describe("What it says is not so, by field."),
  }),
);

const told = {
  stage: z.enum(stages),
  started: partialDate,
  ended: partialDate,
  lead_body: markdown,
  contact: markdown,
  partners: markdown,
  partner_rows: z.array(z.record(z.string(), z.string())).describe("Partners, where each is told by itself."),
  situation_before: markdown,
  what_was_done: markdown,
  results: markdown,
  evidence: z
    .array(z.record(z.string(), z.string()))
    .describe("Results in figures: indicator, baseline, value, date and source."),
  enabling_factors: markdown,
  challenges: markdown,
  lessons_learned: markdown,
  legal_basis: markdown,
  objectives: markdown,
  participation: markdown,
  resources: markdown,
  budget: optionalText("What it costs in a year, as a band."),
  staff: optionalText("Who works on it."),
  sustainability: markdown,
  transfer_conditions: markdown,
  building_blocks: markdown,
  references: markdown,
  version: version.describe("The version that this answer gives."),
  versions: z.array(version).describe("All versions, the newest first."),
  contributors: z.array(contributor).describe("Who is credited for this version."),
  files: z.array(file).describe("Pictures and files, in their order."),
  links: z.array(link).describe("The recommendations that it answers and the tools that it uses."),
  sources: z.array(source).describe("The paragraphs that tell what it says."),
};

export const practice = component(
  "Practice",
  "What a city did. Fields that the sources do not tell are null.",
  z.object({
    ...practiceLineFields,
    ...told,
    depth: z.enum(["snapshot", "full"]).describe("A snapshot has the few required fields."),
  }),
);

export const caseStudy = component(
  "CaseStudy",
  "An account of a city's experience, with its method and limits.",
  z.object({
    ...caseStudyLineFields,
    ...told,
    authors: optionalText("Who wrote it."),
    method: markdown,
    research_period: optionalText("When the research was done."),
    research_sources: markdown,
    limits: markdown,
    ethics: markdown,
    fact_check: z.enum(["not-asked", "asked", "answered"]).describe("Whether the city has checked the facts."),
    city_check: cityCheck.nullable().describe("Null: the city has not answered."),
  }),
);
