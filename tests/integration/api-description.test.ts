import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenApi } from "~/domain/api/openapi-types";
import { listOperations } from "~/domain/api/operations";
import { facetNames } from "~search/port";
import { type ApiServer, startApiServer } from "../support/api-server";
import { describedAnswers, openPaths } from "../support/described-answers";

let server: ApiServer;
let description: OpenApi;

beforeAll(async () => {
  server = await startApiServer();
  description = await (await server.get("/api/v1/openapi.json")).json();
});
afterAll(() => server?.close());

test("the description is OpenAPI 3.1, and every reference in it leads somewhere", () => {
  expect(description.openapi).toMatch(/^3\.1\./);
  const operations = Object.values(description.paths).map(({ get }) => get);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const [, name = ""] of JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
    expect(Object.keys(description.components.schemas)).toContain(name);
  }
  for (const [path, { get }] of Object.entries(description.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(get.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name)).toEqual(inPath);
    for (const parameter of get.parameters) expect(parameter.description, `${path} ${parameter.name}`).not.toBe("");
    expect(get.responses["200"]?.content?.["application/json"]?.schema.$ref).toBeDefined();
  }
});

test("it lists the values of every closed vocabulary", () => {
  const search = description.paths["/api/v1/search"]?.get.parameters ?? [];
  const values = (name: string) => search.find((parameter) => parameter.name === name)?.schema.items?.enum ?? [];
  expect(search.map(({ name }) => name)).toEqual([
    "q",
    ...facetNames,
    "from",
    "to",
    "near",
    "km",
    "sort",
    "page",
    "per_page",
    "lang",
  ]);
  expect(values("type")).toContain("case-study");
  expect(values("theme")).toContain("budgeting");
  expect(values("right")).toContain("adequate-housing");
  expect(values("group")).toContain("women");
  expect(values("region")).toContain("africa");
  expect(values("evidence")).toEqual(["claimed", "documented", "peer-confirmed"]);
});

test("every example answer is what the description says", () => {
  const { expectDescribed } = describedAnswers(description);
  for (const [path, { get }] of openPaths(description)) {
    const example = get.responses["200"]?.content?.["application/json"]?.example;
    if (get.operationId !== "getDescription") expectDescribed(path, 200, example);
    expectDescribed(path, 400, get.responses["400"]?.content?.["application/problem+json"]?.example);
  }
});

test("every example request is answered on a new installation", async () => {
  for (const operation of listOperations({})) {
    const path = Object.entries(operation.pathParameters).reduce(
      (address, [name, { example }]) => address.replace(`{${name}}`, example),
      `/api/v1${operation.path}`,
    );
    const response = await server.get(`${path}?${operation.exampleQuery ?? ""}`);
    expect(response.status, path).toBe(200);
    if (operation.id === "search") expect((await response.json()).total).toBeGreaterThan(0);
  }
});

test("every described parameter is taken, with its first or its example value", async () => {
  for (const [path, { get }] of openPaths(description)) {
    const address = get.parameters.reduce(
      (filled, { name, example = "" }) => filled.replace(`{${name}}`, example),
      path,
    );
    for (const { name, schema, example, ...parameter } of get.parameters) {
      if (parameter.in === "path") continue;
      const { enum: values, minimum } = schema.items ?? schema;
      const value = example ?? values?.[0] ?? minimum ?? "";
      const response = await server.get(`${address}?${name}=${value}`);
      expect(response.status, `${address}?${name}=${value}`).toBe(200);
    }
  }
});

test.each(["en", "fr", "es"])("/api is a page of it in %s, without a script of its own", async (language) => {
  const response = await server.get(`/api?lang=${language}`);
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain(`<html lang="${language}"`);
  for (const path of Object.keys(description.paths)) expect(html).toContain(path);
  expect(html.match(/<script[^>]*src=/g)?.length ?? 0).toBeLessThanOrEqual(1);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).not.toMatch(/\bapi\.[a-z]+[A-Z]?\w*</);
});

test("an empty library answers and describes itself as well", async () => {
  const empty = await startApiServer({ empty: true });
  try {
    const own: OpenApi = await (await empty.get("/api/v1/openapi.json")).json();
    const { expectDescribed } = describedAnswers(own);
    for (const [path, { get }] of openPaths(own)) {
      if (!get.responses["200"]?.headers?.Link) continue;
      const answer = await (await empty.get(path)).json();
      expectDescribed(path, 200, answer);
      expect(answer).toMatchObject({ total: 0, page: 1 });
    }
    expect((await empty.get("/api")).status).toBe(200);
  } finally {
    await empty.close();
  }
});
