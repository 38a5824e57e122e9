import { z } from "zod";
import { apiRoot } from "./api-site";
import { describeDrafts } from "./drafts/describe-drafts";
import { exampleAnswers } from "./examples/examples";
import type { JsonSchema, OpenApi, OpenApiOperation, OpenApiParameter, OpenApiResponse } from "./openapi-types";
import { listOperations, type Operation } from "./operations";
import { components } from "./schemas/component";
import { type Problem, problem } from "./schemas/problem";
import type { KnownValues } from "./search-parameters";

/** The OpenAPI 3.1 description of the API, made from the schemas of its parameters and answers. */
export function describeApi(origin: string, known: KnownValues): OpenApi {
  const examples: Record<string, object> = exampleAnswers({ origin, language: "en" });
  return {
    openapi: "3.1.0",
    info: {
      title: "Polylogue API",
      version: "1.0.0",
      summary: "Documents, practices, case studies, management tools and cities, linked to each other.",
      description:
        "What is published is read without a key; what you write yourself, with a personal token. Answers are JSON; errors are problem+json (RFC 9457). An unknown parameter or value is an error, so that a typing mistake is never a wider search. Fields may be added to answers in version 1; none is removed or changes its meaning.",
      license: { name: "CC BY 4.0, for our own words", identifier: "CC-BY-4.0" },
    },
    servers: [{ url: origin }],
    paths: {
      ...Object.fromEntries(
        listOperations(known).map((operation) => [
          apiRoot + operation.path,
          { get: describeOperation(operation, examples[operation.id]) },
        ]),
      ),
      ...describeDrafts(refTo),
    },
    components: {
      schemas: describedComponents(),
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A personal token, made on the page of your account." },
      },
    },
  };
}

const describeOperation = (operation: Operation, example: object | undefined): OpenApiOperation => ({
  operationId: operation.id,
  summary: operation.summary,
  description: operation.description,
  parameters: [
    ...Object.entries(operation.pathParameters).map(
      ([name, parameter]): OpenApiParameter => ({
        name,
        in: "path",
        required: true,
        schema: { type: "string" },
        ...parameter,
      }),
    ),
    ...Object.entries(operation.parameters).map(([name, schema]) => describeParameter(name, schema)),
  ],
  ...(operation.exampleQuery ? { "x-example-query": operation.exampleQuery } : {}),
  responses: describeResponses(operation, example),
});

function describeParameter(name: string, schema: z.ZodType): OpenApiParameter {
  const { description, example, ...rest } = plain(z.toJSONSchema(schema, { io: "input" }));
  return {
    name,
    in: "query",
    description: description ?? "",
    required: false,
    schema: rest,
    ...(typeof example === "string" ? { example } : {}),
    // Repeated, not joined by commas: `theme=housing&theme=health`.
    ...(rest.type === "array" ? { style: "form", explode: true } : {}),
  };
}

function describeResponses(operation: Operation, example: object | undefined): Record<string, OpenApiResponse> {
  const link = "The first, previous, next and last page (RFC 8288).";
  return {
    "200": {
      description: operation.answer.description ?? "",
      ...(operation.paged ? { headers: { Link: { description: link, schema: { type: "string" } } } } : {}),
      content: {
        "application/json": { schema: refTo(operation.answer), ...(example ? { example } : {}) },
      },
    },
    ...(operation.moves
      ? {
          "301": {
            description: "The provision has moved.",
            headers: { Location: { description: "Where to.", schema: { type: "string", format: "uri" } } },
          },
        }
      : {}),
    "400": problemResponse("A parameter or value is not known, or out of bounds; each is named.", exampleProblem),
    ...(Object.keys(operation.pathParameters).length > 0 ? { "404": problemResponse("There is no such entry.") } : {}),
    ...(operation.withdrawn
      ? { "410": problemResponse("It was withdrawn; `detail` says when and why.", exampleWithdrawn) }
      : {}),
    "405": problemResponse("The API is for reading: GET, HEAD, OPTIONS."),
    default: problemResponse("Any other error."),
  };
}

const problemResponse = (description: string, example?: Problem): OpenApiResponse => ({
  description,
  content: { "application/problem+json": { schema: refTo(problem), ...(example ? { example } : {}) } },
});

const exampleProblem: Problem = {
  type: "about:blank",
  title: "Bad Request",
  status: 400,
  detail: "per_page “500” is not a whole number from 1 to 100.",
  errors: [{ parameter: "per_page", value: "500", message: "is not a whole number from 1 to 100" }],
};

const exampleWithdrawn: Problem = {
  type: "about:blank",
  title: "Gone",
  status: 410,
  detail: "“testville-rent-office” was withdrawn on 2026-05-01: the office never opened.",
};

const refTo = (schema: z.ZodType): JsonSchema => ({ $ref: schemaAddress(components.get(schema)?.id ?? "") });

const schemaAddress = (id: string) => `#/components/schemas/${id}`;

let madeComponents: Record<string, JsonSchema> | undefined;

/** They never change while the program runs, and take a while to make. */
function describedComponents(): Record<string, JsonSchema> {
  madeComponents ??= describeComponents();
  return madeComponents;
}

function describeComponents(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(components, { uri: schemaAddress, io: "input", override: withoutTheObvious });
  return Object.fromEntries(
    Object.entries(schemas)
      .map(([id, schema]): [string, JsonSchema] => [id, plain(schema)])
      .sort(([a], [b]) => a.localeCompare(b, "en")),
  );
}

/** A format says it shorter than the pattern that checks it; a bound that JavaScript sets to every number says nothing. */
function withoutTheObvious({
  jsonSchema,
}: {
  jsonSchema: { format?: string; pattern?: string; minimum?: number; maximum?: number };
}): void {
  if (jsonSchema.format) delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/** OpenAPI names dialect and place of a schema by itself. */
const plain = (schema: object): JsonSchema => {
  const { $schema: _dialect, $id: _place, ...rest } = schema as JsonSchema;
  return rest;
};
