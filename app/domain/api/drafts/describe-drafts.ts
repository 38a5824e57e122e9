import type { z } from "zod";
import { apiRoot } from "~/domain/api/api-site";
import type { JsonSchema, OpenApiOperation, OpenApiPath, OpenApiResponse } from "~/domain/api/openapi-types";
import { problem } from "~/domain/api/schemas/problem";
import { draft, draftChange, draftList, newDraft } from "./draft-schemas";

type RefTo = (schema: z.ZodType) => JsonSchema;

/** What programs may do with a personal token. */
export function describeDrafts(refTo: RefTo): Record<string, OpenApiPath> {
  const ok = (schema: z.ZodType): OpenApiResponse => ({
    description: schema.description ?? "",
    content: { "application/json": { schema: refTo(schema) } },
  });
  const refused = (description: string): OpenApiResponse => ({
    description,
    content: { "application/problem+json": { schema: refTo(problem) } },
  });
  const common = (scope: string): Record<string, OpenApiResponse> => ({
    "401": refused("The token is missing, not known, or has ended."),
    "403": refused(`The token lacks the scope ${scope}.`),
    "429": refused("Too many requests; Retry-After says how long to wait."),
    default: refused("Any other error."),
  });
  const wrongBody = refused("A field is not known, or its value is not what belongs there; each is named.");
  const id = {
    name: "id",
    in: "path" as const,
    description: "The draft's id.",
    required: true,
    schema: { type: "string" },
  };
  const body = (schema: z.ZodType) => ({ required: true, content: { "application/json": { schema: refTo(schema) } } });
  const withToken = (scope: string) => ({ security: [{ token: [] as string[] }], "x-scope": scope });
  const read = { ...withToken("read-drafts") };
  const write = { ...withToken("write-drafts") };
  const list: OpenApiOperation = {
    operationId: "listDrafts",
    summary: "List what you write",
    description: "Drafts, and what became of them. Needs a token with the scope `read-drafts`.",
    parameters: [],
    ...read,
    responses: { "200": ok(draftList), ...common("read-drafts") },
  };
  const create: OpenApiOperation = {
    operationId: "createDraft",
    summary: "Make a draft",
    description: "Only the title is needed. Needs a token with the scope `write-drafts`.",
    parameters: [],
    ...write,
    requestBody: body(newDraft),
    responses: { "201": ok(draft), "422": wrongBody, ...common("write-drafts") },
  };
  const get: OpenApiOperation = {
    operationId: "getDraft",
    summary: "Read what you write",
    description: "With all its fields. Needs a token with the scope `read-drafts`.",
    parameters: [id],
    ...read,
    responses: { "200": ok(draft), "404": refused("There is none that you may read."), ...common("read-drafts") },
  };
  const change: OpenApiOperation = {
    operationId: "changeDraft",
    summary: "Change a draft",
    description:
      "All of the fields or none. `revision` is the draft's as you read it: what others have saved in these fields since is not overwritten, and the answer is 409. Needs a token with the scope `write-drafts`.",
    parameters: [id],
    ...write,
    requestBody: body(draftChange),
    responses: {
      "200": ok(draft),
      "404": refused("There is none that you may change."),
      "409": refused("Somebody has saved one of the fields meanwhile; nothing was changed."),
      "422": wrongBody,
      ...common("write-drafts"),
    },
  };
  return {
    [`${apiRoot}/contributions`]: { get: list, post: create },
    [`${apiRoot}/contributions/{id}`]: { get, patch: change },
  };
}
