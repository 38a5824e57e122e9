import { expect } from "vitest";
import { z } from "zod";
import type { JsonSchema, OpenApi } from "~/domain/api/openapi-types";

/** The addresses that need no token. */
export const openPaths = ({ paths }: OpenApi) => Object.entries(paths).filter(([, { get }]) => !get.security);

/** Holds answers against the published description: what it does not name is an error too. */
export function describedAnswers(description: OpenApi) {
  const schemas = new Map<string, z.ZodType>();

  const schemaOf = (ref: string): z.ZodType => {
    const known = schemas.get(ref);
    if (known) return known;
    const whole = { $ref: ref, $defs: description.components.schemas };
    const text = JSON.stringify(closed(whole)).replaceAll("#/components/schemas/", "#/$defs/");
    const schema = z.fromJSONSchema(JSON.parse(text));
    schemas.set(ref, schema);
    return schema;
  };

  /** Fails unless `answer` is what the operation's description says for this status. */
  function expectDescribed(path: string, status: number, answer: unknown): void {
    const responses = description.paths[path]?.get.responses ?? {};
    const content = (responses[String(status)] ?? responses.default)?.content ?? {};
    const schema = content[status === 200 ? "application/json" : "application/problem+json"]?.schema;
    const parsed = schemaOf(String(schema?.$ref)).safeParse(answer);
    expect(parsed.error ? z.prettifyError(parsed.error) : "", `${status} of ${path}`).toBe("");
  }

  return { expectDescribed };
}

/** Every object with properties closed; the description leaves them open, so that fields can be added. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema as JsonSchema).map(([key, value]) => [key, closed(value)]));
  return inner.properties && typeof inner.properties === "object" && inner.additionalProperties === undefined
    ? { ...inner, additionalProperties: false }
    : inner;
}
