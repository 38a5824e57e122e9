import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenApi } from "~/domain/api/openapi-types";
import { type ApiServer, startApiServer } from "../support/api-server";
import { describedAnswers } from "../support/described-answers";

let server: ApiServer;
let description: OpenApi;
let expectDescribed: ReturnType<typeof describedAnswers>["expectDescribed"];

beforeAll(async () => {
  server = await startApiServer();
  description = await (await server.get("/api/v1/openapi.json")).json();
  ({ expectDescribed } = describedAnswers(description));
});
afterAll(() => server?.close());

/** GETs an address, and holds the answer against the description of `path`. */
async function get(address: string, path: string, status = 200) {
  const response = await server.get(address);
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(status);
  expectDescribed(path, status, answer);
  return { response, answer };
}

const lists = [
  ["/api/v1/documents", "/api/v1/documents/{slug}"],
  ["/api/v1/practices", "/api/v1/practices/{slug}"],
  ["/api/v1/case-studies", "/api/v1/case-studies/{slug}"],
  ["/api/v1/tools", "/api/v1/tools/{slug}"],
  ["/api/v1/cities", "/api/v1/cities/{slug}"],
] as const;

test.each(lists)("%s lists its entries, and each of them is given as described", async (list, one) => {
  const { answer, response } = await get(`${list}?per_page=100`, list);
  expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("cache-control")).toBe("public, max-age=60");
  expect(answer.items.length).toBe(answer.total);
  expect(answer.total).toBeGreaterThan(4);
  for (const item of answer.items) {
    expect(item.api_url).toBe(`${server.origin}${list}/${item.id}`);
    const { answer: entry } = await get(`${list}/${item.id}`, one);
    expect(entry).toMatchObject({ id: item.id, title: item.title, url: item.url, license: "CC-BY-4.0" });
  }
});

test("every provision of a document is given as described", async () => {
  for (const slug of ["test-charter", "hrgl-2023"]) {
    const { answer } = await get(`/api/v1/documents/${slug}`, "/api/v1/documents/{slug}");
    for (const { id, eid, text } of answer.provisions) {
      const one = await get(`/api/v1/documents/${slug}/${eid}`, "/api/v1/documents/{slug}/{eId}");
      expect(one.answer).toMatchObject({ id, eid, text, document: { id: slug }, current: true });
    }
  }
});

test("a recommendation leads to its concordance, its reasons, and the practices and tools that answer it", async () => {
  const { answer } = await get("/api/v1/documents/hrgl-2023/recommendation-8", "/api/v1/documents/{slug}/{eId}");
  const types = answer.links.map((link: { type: string }) => link.type);
  expect(types).toEqual(expect.arrayContaining(["answers", "motivates", "supports"]));
  expect(answer.concordance).toContainEqual(
    expect.objectContaining({
      type: "extends",
      direction: "outgoing",
      entry: expect.objectContaining({ id: "hrgl-2022/recommendation-8" }),
    }),
  );
  expect(answer.terms.theme).toContainEqual({ code: "budgeting", label: "Budgeting" });
});

test("a provision that moved redirects to its new address, with the parameters", async () => {
  const response = await server.get("/api/v1/documents/test-charter/recommendation-3?lang=fr");
  expect(response.status).toBe(301);
  expect(response.headers.get("location")).toBe(
    `${server.origin}/api/v1/documents/test-charter/recommendation-2?lang=fr`,
  );
});

test("a list comes in pages that lead to each other, and together hold every entry once", async () => {
  const seen: string[] = [];
  let next: string | undefined = "/api/v1/practices?per_page=7&lang=es";
  while (next) {
    const { response, answer } = await get(next, "/api/v1/practices");
    seen.push(...answer.items.map(({ id }: { id: string }) => id));
    const links = Object.fromEntries(
      (response.headers.get("link") ?? "").split(", ").map((link) => {
        const [, address = "", rel = ""] = /^<([^>]+)>; rel="(\w+)"$/.exec(link) ?? [];
        return [rel, address.replace(server.origin, "")];
      }),
    );
    expect(links.first).toBe("/api/v1/practices?per_page=7&lang=es&page=1");
    expect(links.last).toBe(`/api/v1/practices?per_page=7&lang=es&page=${Math.ceil(answer.total / 7)}`);
    expect(Boolean(links.prev)).toBe(answer.page > 1);
    next = links.next;
  }
  const { answer } = await get("/api/v1/practices?per_page=100", "/api/v1/practices");
  expect(seen).toEqual(answer.items.map(({ id }: { id: string }) => id));
});

test("a list costs a handful of queries, however long it is", async () => {
  for (const [list] of lists) {
    const before = server.queries();
    await server.get(`${list}?per_page=100`);
    expect(server.queries() - before, list).toBeLessThanOrEqual(6);
  }
});

test("labels follow lang, then Accept-Language, and never a cookie", async () => {
  const label = async (query: string, headers: Record<string, string>) => {
    const response = await server.get(`/api/v1/cities/vienna${query}`, { headers });
    expect(response.headers.get("vary")).toContain("Accept-Language");
    return (await response.json()).country.label;
  };
  expect(await label("", {})).toBe("Austria");
  expect(await label("", { "Accept-Language": "fr-CH, en;q=0.5" })).toBe("Autriche");
  expect(await label("?lang=es", { "Accept-Language": "fr" })).toBe("Austria");
  expect(await label("?lang=fr", {})).toBe("Autriche");
  expect(await label("", { Cookie: "lang=fr" })).toBe("Austria");
});

describe("search", () => {
  const path = "/api/v1/search";

  test("finds, extracts, counts and labels", async () => {
    const { answer } = await get(`${path}?q=participatory+budget&type=practice&lang=fr`, path);
    expect(answer.query).toEqual({
      q: "participatory budget",
      filters: { type: ["practice"] },
      sort: "relevance",
      lang: "fr",
    });
    expect(answer.hits.map(({ id }: { id: string }) => id)).toContain("ariana-participatory-budget");
    expect(answer.hits[0].url).toMatch(new RegExp(`^${server.origin}/practices/`));
    expect(answer.hits[0].extract_html).toContain("<mark>");
    expect(answer.hits[0].extract).not.toContain("<mark>");
    expect(answer.facets.type).toContainEqual({ value: "practice", label: "Pratiques", count: answer.total });
    expect(answer.engine).toBe("sqlite");
  });

  test("gives a provision by its document and eId, with everything but the marks escaped", async () => {
    const { answer } = await get(`${path}?q=archive+of+complaints&document=test-charter&type=provision`, path);
    const hit = answer.hits.find(({ id }: { id: string }) => id === "test-charter/recommendation-2");
    expect(hit.url).toBe(`${server.origin}/documents/test-charter/recommendation-2`);
    expect(hit.api_url).toBe(`${server.origin}/api/v1/documents/test-charter/recommendation-2`);
    expect(hit.extract).toContain("researchers & journalists <of any city>");
    expect(hit.extract_html).toContain("researchers &amp; journalists &lt;of any city&gt;");
  });

  test("says which typing error it mended, and which synonyms it searched for", async () => {
    const mended = await get(`${path}?q=budgetting+humman`, path);
    expect(mended.answer.corrections.length).toBeGreaterThan(0);
    const bridged = await get(`${path}?q=presupuesto+participativo`, path);
    expect(bridged.answer.also_searched.length).toBeGreaterThan(0);
    expect(bridged.answer.hits.map(({ id }: { id: string }) => id)).toContain("participatory-budgeting");
  });

  test("answers in pages", async () => {
    const { answer, response } = await get(`${path}?q=rights&per_page=5&page=2&sort=title`, path);
    expect(answer).toMatchObject({ page: 2, per_page: 5, query: { sort: "title" } });
    expect(answer.hits.length).toBe(5);
    expect(response.headers.get("link")).toContain('per_page=5&page=3&sort=title>; rel="next"');
  });

  test("takes every facet with the values that it names itself", async () => {
    const { answer } = await get(path, path);
    for (const [facet, values] of Object.entries<{ value: string; count: number }[]>(answer.facets)) {
      expect(values.length, facet).toBeGreaterThan(0);
      const [{ value, count } = { value: "", count: 0 }] = values;
      const filtered = await get(`${path}?${new URLSearchParams({ [facet]: value })}`, path);
      expect(filtered.answer.total, `${facet}=${value}`).toBe(count);
      expect(filtered.answer.query.filters).toEqual({ [facet]: [value] });
    }
  });
});
