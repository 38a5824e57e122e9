import { z } from "zod";
import type { exampleAnswers } from "./examples/examples";
import { entryParameters, listParameters } from "./read-parameters";
import * as cities from "./schemas/city";
import { component } from "./schemas/component";
import * as documents from "./schemas/document";
import * as experiences from "./schemas/experience";
import { searchAnswer } from "./schemas/search";
import * as tools from "./schemas/tool";
import { type KnownValues, searchParameters } from "./search-parameters";

type OperationId = keyof ReturnType<typeof exampleAnswers> | "getDescription";

/** One address of the API, as the description tells it. */
export interface Operation {
  id: OperationId;
  /** Below the API's root, with its variable parts in braces. */
  path: string;
  summary: string;
  description: string;
  /** The variable parts of the path, each with an example. */
  pathParameters: Record<string, { description: string; example: string }>;
  parameters: Record<string, z.ZodType>;
  answer: z.ZodType;
  /** Of the example request. */
  exampleQuery?: string;
  /** A list in pages, with Link headers. */
  paged?: boolean;
  /** The entry may have moved: 301. */
  moves?: boolean;
  /** The entry may have been withdrawn: 410. */
  withdrawn?: boolean;
}

const openApiDocument = component(
  "OpenApiDocument",
  "An OpenAPI 3.1 description.",
  z.looseObject({ openapi: z.string() }),
);

const list = { pathParameters: {}, parameters: listParameters, paged: true };
const slug = (of: string, example: string) => ({
  pathParameters: { slug: { description: `The slug of the ${of}.`, example } },
  parameters: entryParameters,
});

/** Every address of the API, in the order in which the description tells them. */
export const listOperations = (known: KnownValues): Operation[] => [
  {
    id: "search",
    path: "/search",
    summary: "Search everything",
    description:
      "The search of the site: words, phrases, filters by facet, and the counts of each facet. Values of one facet widen a search, facets narrow it. `query` tells how the search was understood.",
    pathParameters: {},
    parameters: searchParameters(known),
    answer: searchAnswer,
    exampleQuery: "q=participatory+budget&type=practice&region=africa",
    paged: true,
  },
  {
    id: "listDocuments",
    path: "/documents",
    summary: "List documents",
    description: "Outcome documents, concept notes, meeting reports and the like, newest first.",
    answer: documents.documentList,
    ...list,
  },
  {
    id: "getDocument",
    path: "/documents/{slug}",
    summary: "Read a document",
    description: "A document with all its provisions in their order, those of the newest version.",
    answer: documents.document,
    ...slug("document", "hrgl-2023"),
  },
  {
    id: "getProvision",
    path: "/documents/{slug}/{eId}",
    summary: "Read a provision",
    description:
      "A recital, recommendation or other part of a document: its text, our summary, editors' notes, terms, links and the concordance with other documents. A provision that a newer version removed stays readable; one that moved redirects.",
    answer: documents.provision,
    moves: true,
    pathParameters: {
      slug: { description: "The slug of the document.", example: "hrgl-2023" },
      eId: { description: "The eId of the provision.", example: "recommendation-8" },
    },
    parameters: entryParameters,
  },
  {
    id: "listPractices",
    path: "/practices",
    summary: "List practices",
    description: "What cities did, by title. To filter them, search with `type=practice`.",
    answer: experiences.practiceList,
    ...list,
  },
  {
    id: "getPractice",
    path: "/practices/{slug}",
    summary: "Read a practice",
    description:
      "A practice with its links and sources. Texts are Markdown; links in them that begin with `/` start at the site.",
    answer: experiences.practice,
    withdrawn: true,
    ...slug("practice", "ariana-participatory-budget"),
  },
  {
    id: "listCaseStudies",
    path: "/case-studies",
    summary: "List case studies",
    description: "Accounts of a city's experience, by title. To filter them, search with `type=case-study`.",
    answer: experiences.caseStudyList,
    ...list,
  },
  {
    id: "getCaseStudy",
    path: "/case-studies/{slug}",
    summary: "Read a case study",
    description: "A case study with its method, limits, links and sources. Texts are Markdown.",
    answer: experiences.caseStudy,
    withdrawn: true,
    ...slug("case study", "ariana-local-democracy-in-transition"),
  },
  {
    id: "listTools",
    path: "/tools",
    summary: "List management tools",
    description: "Management concepts and instruments, by title.",
    answer: tools.toolList,
    ...list,
  },
  {
    id: "getTool",
    path: "/tools/{slug}",
    summary: "Read a management tool",
    description:
      "A tool with its steps and pitfalls, the provisions that it answers and the practices that use it. Texts are Markdown.",
    answer: tools.tool,
    ...slug("tool", "participatory-budgeting"),
  },
  {
    id: "listCities",
    path: "/cities",
    summary: "List cities",
    description: "Cities and other local governments, by name.",
    answer: cities.cityList,
    ...list,
  },
  {
    id: "getCity",
    path: "/cities/{slug}",
    summary: "Read a city",
    description:
      "A city with its practices, its case studies, what its people said, and the paragraphs that tell of it.",
    answer: cities.city,
    ...slug("city", "ariana"),
  },
  {
    id: "getDescription",
    path: "/openapi.json",
    summary: "Read this description",
    description: "The description of the API itself, made from the schemas that its answers are tested against.",
    answer: openApiDocument,
    pathParameters: {},
    parameters: entryParameters,
  },
];
