import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenApi } from "~/domain/api/openapi-types";
import { type ApiServer, startApiServer } from "../support/api-server";
import { describedAnswers, openPaths } from "../support/described-answers";

let server: ApiServer;
let description: OpenApi;
let expectDescribed: ReturnType<typeof describedAnswers>["expectDescribed"];

beforeAll(async () => {
  server = await startApiServer();
  description = await (await server.get("/api/v1/openapi.json")).json();
  ({ expectDescribed } = describedAnswers(description));
});
afterAll(() => server?.close());

/** GETs an address that is wrong, and holds the answer against the problem's description. */
async function problemOf(address: string, status: number, init?: RequestInit) {
  const response = await server.get(address, init);
  expect(response.headers.get("content-type"), address).toMatch(/^application\/problem\+json/);
  const problem = await response.json();
  expect(response.status, JSON.stringify(problem)).toBe(status);
  expectDescribed("/api/v1/search", status, problem);
  expect(problem.status).toBe(status);
  return { problem, response };
}

const wrong: [address: string, parameter: string, value: string | undefined][] = [
  ["/api/v1/search?tema=housing", "tema", "housing"],
  ["/api/v1/search?type=paper", "type", "paper"],
  ["/api/v1/search?theme=housing&theme=houses", "theme", "houses"],
  ["/api/v1/search?right=none-such", "right", "none-such"],
  ["/api/v1/search?group=none-such", "group", "none-such"],
  ["/api/v1/search?sdg=18", "sdg", "18"],
  ["/api/v1/search?tool=vienna", "tool", "vienna"],
  ["/api/v1/search?recommendation=hrgl-2023/recommendation-99", "recommendation", "hrgl-2023/recommendation-99"],
  ["/api/v1/search?region=atlantis", "region", "atlantis"],
  ["/api/v1/search?country=XX", "country", "XX"],
  ["/api/v1/search?city=atlantis", "city", "atlantis"],
  ["/api/v1/search?document=none-such", "document", "none-such"],
  ["/api/v1/search?year=19", "year", "19"],
  ["/api/v1/search?language=xx", "language", "xx"],
  ["/api/v1/search?language=%2C", "language", ","],
  ["/api/v1/search?evidence=proven", "evidence", "proven"],
  ["/api/v1/search?review=done", "review", "done"],
  ["/api/v1/search?sort=size", "sort", "size"],
  ["/api/v1/search?sort=distance", "sort", "distance"],
  ["/api/v1/search?from=2019-13", "from", "2019-13"],
  ["/api/v1/search?from=2020&to=2019", "to", "2019"],
  ["/api/v1/search?near=atlantis", "near", "atlantis"],
  ["/api/v1/search?near=Vienna", "near", "Vienna"],
  ["/api/v1/search?near=vienna&km=0", "km", "0"],
  ["/api/v1/search?view=map", "view", "map"],
  ["/api/v1/search?page=0", "page", "0"],
  ["/api/v1/search?page=9999", "page", "9999"],
  ["/api/v1/search?q=budget&page=400", "page", "400"],
  ["/api/v1/search?per_page=101", "per_page", "101"],
  ["/api/v1/search?lang=de", "lang", "de"],
  ["/api/v1/search?q=a&q=b", "q", "a, b"],
  ["/api/v1/practices?pages=2", "pages", undefined],
  ["/api/v1/practices?page=-1", "page", "-1"],
  ["/api/v1/practices?page=1e3", "page", "1e3"],
  ["/api/v1/practices?page=1&page=2", "page", "1, 2"],
  ["/api/v1/practices?page=", "page", ""],
  ["/api/v1/practices?page=999", "page", "999"],
  ["/api/v1/practices?per_page=500", "per_page", "500"],
  ["/api/v1/practices?lang=deutsch", "lang", "deutsch"],
  ["/api/v1/documents/hrgl-2023?version=2", "version", undefined],
  ["/api/v1/documents/hrgl-2023/recommendation-8?q=a", "q", undefined],
  ["/api/v1/openapi.json?format=yaml", "format", undefined],
];

test.each(wrong)("%s is refused, and names %s", async (address, parameter, value) => {
  const { problem } = await problemOf(address, 400);
  expect(problem.errors).toHaveLength(1);
  expect(problem.errors[0].parameter).toBe(parameter);
  if (value !== undefined) expect(problem.errors[0].value).toBe(value);
  expect(problem.detail).toContain(parameter);
});

test("every parameter at fault is named at once, with what could stand there", async () => {
  const { problem } = await problemOf("/api/v1/search?colour=red&type=paper&theme=houses&page=x&lang=de", 400);
  const errors = Object.fromEntries(problem.errors.map((error: { parameter: string }) => [error.parameter, error]));
  expect(Object.keys(errors).sort()).toEqual(["colour", "lang", "page", "theme", "type"]);
  expect(errors.type.allowed).toContain("practice");
  expect(errors.theme.allowed).toContain("housing");
  expect(errors.lang.allowed).toEqual(["en", "fr", "es"]);
});

const nowhere = [
  "/api/v1",
  "/api/v1/nonsense",
  "/api/v2",
  "/api/v2/search",
  "/api/nonsense",
  "/api/v1/search/more",
  "/api/v1/documents/none-such",
  "/api/v1/documents/none-such/recommendation-1",
  "/api/v1/documents/hrgl-2023/recommendation-99",
  "/api/v1/documents/hrgl-2023/recommendation-1/more",
  "/api/v1/documents/vienna",
  "/api/v1/practices/none-such",
  "/api/v1/case-studies/ariana-participatory-budget",
  "/api/v1/tools/none-such",
  "/api/v1/tools/%27%20or%201%3D1",
  "/api/v1/cities/none-such",
];

test.each(nowhere)("%s is not there", async (address) => {
  const { problem, response } = await problemOf(address, 404);
  expect(problem.title).toBe("Not Found");
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test.each(["POST", "PUT", "PATCH", "DELETE"])("%s is refused everywhere", async (method) => {
  for (const path of [...openPaths(description).map(([path]) => path), "/api/v2"]) {
    const address = path.replace("{slug}", "hrgl-2023").replace("{eId}", "recommendation-1");
    const { response } = await problemOf(address, 405, { method });
    expect(response.headers.get("allow")).toContain("GET");
  }
});

test("OPTIONS answers the preflight of another site's page", async () => {
  const headers = { Origin: "https://city.example", "Access-Control-Request-Method": "GET" };
  const response = await server.get("/api/v1/search", { method: "OPTIONS", headers });
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("access-control-allow-methods")).toContain("GET");
});

test("HEAD has the headers of GET", async () => {
  const response = await server.get("/api/v1/practices?per_page=5", { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(response.headers.get("link")).toContain('rel="next"');
  expect(await response.text()).toBe("");
});

test("no input is answered with 5xx, nor with anything but JSON", async () => {
  const operations = openPaths(description);
  const hostile = fc.constantFrom(
    "'; drop table entry; --",
    '"unclosed',
    "a OR NOT (b AND",
    "NEAR(a b, 5) *",
    "-",
    '""',
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "%",
    "\u0000",
    "\uD800",
    "٣",
    "𝒶".repeat(400),
    "x".repeat(3000),
    "__proto__",
    "constructor",
    "9".repeat(40),
    "-1",
    "1e9",
    "NaN",
    "en-",
    "hrgl-2023/recommendation-8",
  );
  const value = fc.oneof(hostile, fc.string({ unit: "grapheme", maxLength: 40 }), fc.nat().map(String));
  const request = fc.constantFrom(...operations).chain(([path, { get }]) => {
    const known = get.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
    const name = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, value);
    return fc.record({
      path: fc.constant(path),
      slug: fc.oneof(fc.constantFrom("hrgl-2023", "test-charter", "vienna"), value),
      eId: fc.oneof(fc.constantFrom("recommendation-1", "recommendation-3"), value),
      query: fc.array(fc.tuple(name, value), { maxLength: 4 }),
    });
  });
  const check = async ({
    path,
    slug,
    eId,
    query,
  }: {
    path: string;
    slug: string;
    eId: string;
    query: [string, string][];
  }) => {
    const filled = path.replace("{slug}", () => encoded(slug)).replace("{eId}", () => encoded(eId));
    const response = await server.get(`${filled}?${new URLSearchParams(query)}`);
    expect(response.status).toBeLessThan(500);
    if (response.status !== 301) expect(await response.json()).toBeTypeOf("object");
  };
  await fc.assert(fc.asyncProperty(request, check), { seed: 20260115, numRuns: 400 });
});

/** As a part of a path; a lone surrogate cannot be encoded, and a dot alone would be taken for a folder. */
const encoded = (text: string) => encodeURIComponent(Buffer.from(text).toString()).replaceAll(".", "%2E") || "-";
